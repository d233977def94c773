"""`lock show`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import BOB


def test_a_lock_and_what_is_free(locked: Cli) -> None:
    words = ("lock", "show", "--netuid", "1")
    data = locked.inside(*words, "-w", "alice", "--json").data()
    assert "forecast" not in data
    total, free, lock = (
        float(text)
        for text in (data["stake_alpha"], data["available_alpha"], data["lock"]["locked_alpha"])
    )
    assert abs(total - free - lock) < 1e-6
    graph = locked.inside(*words, "-w", "alice", "--graph", "--json").data()["forecast"]
    assert graph[0]["block"] == data["block"]
    assert len(graph) == 13
    assert locked.inside(*words, "--ss58", BOB, "--json").error()["code"] == "not_found"
