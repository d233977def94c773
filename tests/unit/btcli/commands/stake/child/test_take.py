"""`stake child take`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import SECOND, YES


def test_a_take_is_shown_and_set(staker: Cli) -> None:
    words = ("stake", "child", "take", "--child-hotkey-ss58", "second")
    before = staker.inside(*words, "--netuid", "1,2", "-w", "alice", "--json").data()
    assert "submitted" not in before
    assert [one["take"] for one in before["takes"]] == ["0.000000000"] * 2
    data = staker.inside(*words, "--all-netuids", "--take", "9%", *YES).data()
    assert data["hotkey"] == SECOND.ss58_address
    assert [part["done"] for part in data["parts"]] == [True, True]
    assert {one["take"] for one in data["takes"]} == {"0.089997711"}  # 5,898 of 65,535
    shown = staker.inside(*words, "-n", "2", "-w", "alice").out
    assert "8.9998 %" in shown


def test_a_take_above_the_bound_is_refused(staker: Cli) -> None:
    error = staker.inside("stake", "child", "take", "-n", "1", "-t", "0.5", *YES).error()
    assert error["code"] == "SubtensorModule.InvalidChildkeyTake"
