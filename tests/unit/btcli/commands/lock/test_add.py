"""`lock add`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import SECOND, YES


def test_a_lock_and_its_mode_are_one_transaction(locked: Cli) -> None:
    words = ("--netuid", "2", "--amount", "0.5", "--mode", "perpetual", "--graph")
    data = locked.inside("lock", "add", *words, *YES).data()
    events = data["receipt"]["events"]
    assert "SubtensorModule.PerpetualLockUpdated" in events
    assert "SubtensorModule.StakeLocked" in events
    assert data["lock"]["locked_alpha"] == "0.500000000"
    assert data["lock"]["mode"] == "perpetual"
    assert {moment["locked_alpha"] for moment in data["forecast"]} == {"0.500000000"}


def test_more_is_locked_to_the_hotkey_of_the_lock(locked: Cli) -> None:
    words = ("--netuid", "1", "--amount", "all", "--dry-run")
    preview = locked.inside("lock", "add", *words, *YES).data()["preview"]
    assert SECOND.ss58_address in preview["call"]
    assert preview["refusals"] == []
    other = locked.inside("lock", "add", *words, "-H", "default", *YES).data()["preview"]
    assert other["refusals"][0]["code"] == "SubtensorModule.LockHotkeyMismatch"
