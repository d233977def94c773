"""`stake auto`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import BOB, SECOND, YES


def test_destinations_are_shown(staker: Cli) -> None:
    nothing = staker.inside("stake", "auto", "--ss58", BOB)
    assert "has no auto-stake destination" in nothing.out
    staker.inside("stake", "set-auto", "--netuid", "1", "-H", "second", *YES).data()
    data = staker.inside("stake", "auto", "-w", "alice", "--json").data()
    (row,) = data["destinations"]
    assert (row["netuid"], row["hotkey"]) == (1, SECOND.ss58_address)
    assert SECOND.ss58_address in staker.inside("stake", "auto", "-w", "alice").out
