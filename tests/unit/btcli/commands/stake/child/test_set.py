"""`stake child set`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import BOB, SECOND, YES


def test_children_are_pending_and_then_count(staker: Cli) -> None:
    words = ("--children", f"second,{BOB}", "--proportions", "0.25,1/2")
    data = staker.inside("stake", "child", "set", "--netuid", "2", *words, *YES).data()
    (part,) = data["parts"]
    assert (part["netuid"], part["done"], part["error"]) == (2, True, None)
    wanted = [(SECOND.ss58_address, "0.250000000"), (BOB, "0.500000000")]
    pending = part["family"]["pending"]
    assert [(one["hotkey"], one["share"]) for one in pending["children"]] == wanted
    staker.inside("node", "advance", "40", "--json").data()
    found = staker.inside("stake", "child", "get", "-n", "2", "-w", "alice", "--json").data()
    (family,) = found["subnets"]
    assert [(one["hotkey"], one["share"]) for one in family["children"]] == wanted
    assert family["pending"] is None
    shown = staker.inside("stake", "child", "get", "--netuid", "2", "-w", "alice").out
    assert "25 %" in shown
    assert "block" not in shown.split("A pending change")[0]
