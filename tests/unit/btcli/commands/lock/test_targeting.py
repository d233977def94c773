"""`lock targeting`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import SECOND
from tests.unit.btcli.samples import ALICE


def test_the_locks_to_a_hotkey(locked: Cli) -> None:
    words = ("lock", "targeting", "--netuid", "1", "-w", "alice", "-H", "second")
    data = locked.inside(*words, "--json").data()
    assert data["hotkey"] == SECOND.ss58_address
    (lock,) = data["locks"]
    assert (lock["coldkey"], lock["hotkey"]) == (ALICE, SECOND.ss58_address)
    assert "conviction" in locked.inside(*words).out
