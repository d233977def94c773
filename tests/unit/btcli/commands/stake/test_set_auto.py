"""`stake set-auto`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import SECOND, YES


def test_a_destination_needs_a_registration(staker: Cli) -> None:
    words = ("stake", "set-auto", "-H", "second")
    error = staker.inside(*words, "--netuid", "2", *YES).error()
    assert error["code"] == "SubtensorModule.HotKeyNotRegisteredInSubNet"
    data = staker.inside(*words, "--netuid", "1", "--dry-run", *YES).data()
    assert (data["netuid"], data["hotkey"]) == (1, SECOND.ss58_address)
