"""`lock accept`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import YES


def test_locked_alpha_is_accepted_and_rejected(locked: Cli) -> None:
    for word, accepts in (("--allow", True), ("--reject", False)):
        data = locked.inside("lock", "accept", word, *YES).data()
        assert data["accepts_locked_alpha"] is accepts
        found = locked.inside("lock", "list", "-w", "alice", "--json").data()
        assert found["accepts_locked_alpha"] is accepts
