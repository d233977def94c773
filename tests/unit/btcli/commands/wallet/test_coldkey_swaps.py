"""Announced coldkey swaps: of Charlie on a chain, and their table."""

from __future__ import annotations

import pytest

from btcli.commands.wallet.coldkey_swaps import swap_document, swap_facts
from btsdk.keys import Keypair
from btsdk.keys.hashing import blake2_256
from btsdk.reads.coldkey_swaps import ColdkeySwap
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
