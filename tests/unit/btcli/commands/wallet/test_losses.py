"""What is lost with deleted keys."""

from __future__ import annotations

from btcli.commands.wallet.losses import Loss, block_of, document_of, find
from btsdk.keys import Keypair
from btsdk.reads.portfolios import Portfolio
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE, BOB, balance, context

SECOND = Keypair.from_uri("//Alice//second").ss58_address


def test_what_keys_have_is_read_from_the_chain(world: Cli) -> None:
    given = context(world.wallets, network="local", chain_file=str(world.chain_file))
    loss = find(given, ALICE, {SECOND: "second", BOB: "other"})
    assert loss is not None
    assert loss.registered == {SECOND: ("second", [1]), BOB: ("other", [])}
    assert 1 in loss.owned
    document = document_of(loss)
    assert (document["coldkey"], document["stakes"]) == (ALICE, 1)
    assert document["registered"] == [{"hotkey": SECOND, "name": "second", "netuids": [1]}]
    shown = block_of(loss, "local").plain()
    assert "in 1 stake" in shown
    assert "hotkey second" in shown
    assert "other" not in shown


def test_a_hotkey_alone(world: Cli) -> None:
    given = context(world.wallets, network="local", chain_file=str(world.chain_file))
    loss = find(given, None, {SECOND: "second"})
    assert loss is not None
    assert document_of(loss)["total_tao"] == "0.000000000"
    assert "coldkey" not in block_of(loss, "local").plain()


def test_keys_that_have_nothing() -> None:
    empty = Loss(Portfolio(BOB, balance("0"), ()), (), {ALICE: ("default", [])})
    assert empty.is_empty
    assert block_of(empty, "test").plain().startswith("These keys have nothing on network test;")
    assert not Loss(Portfolio(BOB, balance("1"), ()), (), {}).is_empty
    assert not Loss(None, (), {ALICE: ("default", [3])}).is_empty


def test_a_network_that_cannot_be_asked(cli: Cli) -> None:
    missing = context(cli.wallets, network="local", chain_file=str(cli.chain_file))
    assert find(missing, ALICE, {}) is None
    assert not cli.chain_file.exists()
    assert find(context(cli.wallets, network="ws://127.0.0.1:9"), ALICE, {}) is None
