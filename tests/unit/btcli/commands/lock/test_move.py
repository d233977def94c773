"""`lock move`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import SECOND, YES


def test_a_lock_moves_and_comes_back(locked: Cli) -> None:
    words = ("lock", "move", "--netuid", "1", "--dest")
    moved = locked.inside(*words, "default", *YES).data()
    assert moved["lock"]["hotkey"] != SECOND.ss58_address
    back = locked.inside(*words, "second", *YES).data()
    assert back["lock"]["hotkey"] == SECOND.ss58_address
