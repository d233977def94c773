"""`stake child get`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import BOB, YES


def test_pending_children_have_their_block(staker: Cli) -> None:
    none = staker.inside("stake", "child", "get", "--all", "-H", BOB, "--json").data()
    assert none["subnets"] == []
    words = ("-n", "1", "-c", BOB, "--prop", "25%")
    block = staker.inside("stake", "child", "set", *words, *YES).data()["receipt"]["block_number"]
    found = staker.inside("stake", "child", "get", "-n", "1", "-w", "alice", "--json").data()
    (family,) = found["subnets"]
    assert family["children"] == []
    assert family["pending"]["block"] == block + found["cooldown_blocks"]
    shown = staker.inside("stake", "child", "get", "-n", "1", "-w", "alice").out
    assert f"block {family['pending']['block']}" in shown
