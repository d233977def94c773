"""Announced coldkey swaps: of Charlie on a chain, and their table."""

from __future__ import annotations

import pytest

from btcli.commands.wallet.coldkey_swaps import swap_document, swap_facts
from btsdk.keys import Keypair
from btsdk.keys.hashing import blake2_256
from btsdk.reads.coldkey_swaps import ColdkeySwap
from btsdk.units import Tao
from btsdk.wallet import Wallet
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE

CHARLIE = Keypair.from_uri("//Charlie").ss58_address
HASH = blake2_256(Keypair.from_uri("//Alice").public_key)
SWAP = ColdkeySwap(ALICE, HASH, executable_at=7_300, clearable_at=14_500, disputed_at=None)


def test_a_swap_is_announced_and_disputed(world: Cli) -> None:
    words = ("-w", "charlie", "-y", "--json")
    done = world.inside("wallet", "swap-coldkey", "announce", "--new-coldkey", ALICE, *words)
    swap = done.data()["swap"]
    assert (swap["coldkey"], swap["status"]) == (CHARLIE, "waiting")
    assert swap["new_coldkey_hash"] == "0x" + HASH.hex()
    early = world.inside("wallet", "swap-coldkey", "execute", "--new-coldkey", ALICE, *words)
    assert early.error()["code"] == "SubtensorModule.ColdkeySwapTooEarly"
    assert world.inside("wallet", "swap-check", "--all", "--json").data()["swaps"] == [swap]
    disputed = world.inside("wallet", "swap-coldkey", "dispute", *words).data()["swap"]
    assert (disputed["status"], disputed["disputed_at"] is None) == ("disputed", False)
    assert "disputed" in world.inside("wallet", "swap-check", "--ss58", CHARLIE).out


@pytest.mark.parametrize(
    ("block", "status", "when"),
    [
        (100, "waiting", "from block 7,300, in 7,199 blocks (about 24.0 hours at 12 s a block)"),
        (7_298, "waiting", "from block 7,300, in 1 blocks (about 0.0 hours at 12 s a block)"),
        (7_299, "executable", "now (from block 7,300)"),
    ],
)
def test_when_a_swap_can_be_executed(block: int, status: str, when: str) -> None:
    assert swap_document(SWAP, block)["status"] == status
    facts = dict(swap_facts(SWAP, block).rows)
    assert (facts["status"], facts["executable"]) == (status, when)


@pytest.mark.slow  # the delay of an announcement is 50 blocks
def test_swaps_are_executed_and_cleared_after_their_delays(cli: Cli) -> None:
    for name in ("charlie", "dave", "new"):
        coldkey = Keypair.from_uri(f"//{name.capitalize()}")
        Wallet(name, path=cli.wallets).regenerate_coldkey(coldkey, None)
    for name in ("charlie", "dave"):
        words = ("--new-coldkey", "new", "-w", name, "-y", "--json")
        cli.inside("wallet", "swap-coldkey", "announce", *words).data()
    cli.inside("node", "advance", "60", "--json").data()
    waiting = cli.inside("wallet", "swap-check", "--all", "--json").data()["swaps"]
    assert [swap["status"] for swap in waiting] == ["executable", "executable"]
    executed = cli.inside(
        "wallet", "swap-coldkey", "execute", "--new-coldkey", "new", "-w", "charlie", "-y"
    )
    assert "was moved to the new coldkey" in executed.out
    cleared = cli.inside("wallet", "swap-coldkey", "clear", "-w", "dave", "-y")
    assert "was cleared" in cleared.out
    assert cli.inside("wallet", "swap-check", "--all", "--json").data()["swaps"] == []
    rows = cli.inside("wallet", "balance", "--all", "--json").data()["balances"]
    free = {row["name"]: Tao.parse(row["free_tao"]) for row in rows}
    assert free["charlie"] == Tao.zero()
    assert free["new"] > Tao.parse("999000")
