"""`block`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.spellings import ALICE


def test_a_block_by_number_and_by_hash(world: Cli) -> None:
    world.inside("call", "System.remark", "remark=x", "-w", "alice", "-y")
    newest = world.inside("block", "--json").data()
    assert newest["number"] == 1
    assert [one["call"]["call"] for one in newest["extrinsics"]][-1] == "System.remark"
    assert newest["extrinsics"][-1]["signer"] == ALICE
    assert newest["timestamp"].endswith("+00:00")
    for block in ("1", newest["hash"]):
        assert world.inside("block", block, "--json").data() == newest
    genesis = world.inside("block", "0", "--json").data()
    assert (genesis["hash"], genesis["timestamp"]) == (newest["parent_hash"], None)
    shown = world.inside("block").out
    assert newest["hash"] in shown
    assert "alice" in shown


def test_no_such_block(world: Cli) -> None:
    for block in ("99", "0x12", "0x" + "00" * 32):
        assert world.inside("block", block, "--json").exit_code == 2
