"""`lock mode`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import YES


def test_a_lock_is_made_perpetual_and_decays_again(locked: Cli) -> None:
    for mode in ("perpetual", "decaying"):
        data = locked.inside("lock", "mode", "--netuid", "1", "--mode", mode, *YES).data()
        assert data["lock"]["mode"] == mode
