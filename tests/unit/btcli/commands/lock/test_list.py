"""`lock list`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import BOB, SECOND


def test_the_locks_of_a_coldkey(locked: Cli) -> None:
    data = locked.inside("lock", "list", "-w", "alice", "--json").data()
    (lock,) = [one for one in data["locks"] if one["netuid"] == 1]
    assert (lock["hotkey"], lock["mode"]) == (SECOND.ss58_address, "decaying")
    assert SECOND.ss58_address in locked.inside("lock", "list", "-w", "alice").out
    assert data["accepts_locked_alpha"] is False
    elsewhere = locked.inside("lock", "list", "-w", "alice", "--netuid", "77", "--json").data()
    assert elsewhere["locks"] == []
    assert "has no lock" in locked.inside("conviction", "list", "--ss58", BOB).out
