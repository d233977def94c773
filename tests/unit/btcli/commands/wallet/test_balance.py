"""`btcli wallet balance`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli


def test_every_answer_says_which_chain(funded: Cli) -> None:
    document = funded.inside("wallet", "balance", "-w", "alice", "--json").json()
    assert document["network"] == "local"
    assert document["genesis_hash"].startswith("0x")
    assert len(document["genesis_hash"]) == 66
    shown = funded.inside("wallet", "balance", "-w", "alice").out
    assert f"network local (chain dev, genesis {document['genesis_hash'][:10]}…)" in shown


def test_a_balance_is_looked_up_by_address_and_name(funded: Cli) -> None:
    by_name = funded.inside("wallet", "balance", "--ss58", "bob", "--json").data()["balances"]
    address = by_name[0]["ss58"]
    by_address: list[dict[str, Any]] = funded.inside(
        "wallet", "balance", "-k", address, "--json"
    ).data()["balances"]
    assert by_address[0]["free_tao"] == by_name[0]["free_tao"]
    everyone = funded.inside("wallet", "balance", "--all", "--json").data()["balances"]
    assert [one["name"] for one in everyone] == ["alice", "bob"]


def test_two_wallets_of_one_coldkey_are_both_listed(cli: Cli) -> None:
    alice = Keypair.from_uri("//Alice")
    for name in ("first", "second"):
        Wallet(name, path=cli.wallets).regenerate_coldkey(alice, None)
    Wallet("third", path=cli.wallets).regenerate_coldkey(Keypair.from_uri("//Bob"), None)
    every = cli.inside("wallet", "balance", "--all", "--json").data()
    assert [one["name"] for one in every["balances"]] == ["first", "second", "third"]
    total = Decimal(every["total_tao"])
    assert total == sum(Decimal(one["total_tao"]) for one in every["balances"][1:])
    named = cli.inside("wallet", "balance", "--ss58", "second,first", "--json").data()
    assert [one["name"] for one in named["balances"]] == ["second", "first"]
    shown = cli.inside("wallet", "balance", "--all", "--sort", "name").out
    assert "first" in shown
    assert "second" in shown
