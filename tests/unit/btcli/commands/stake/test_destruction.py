"""`stake burn` and `stake recycle`."""

from __future__ import annotations

import pytest

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import YES


@pytest.mark.parametrize("verb", ["burn", "recycle"])
def test_stake_is_destroyed(world: Cli, verb: str) -> None:
    data = world.inside("stake", verb, "--netuid", "2", "--amount", "0.5", *YES).data()
    assert data["destroyed_alpha"] == "0.500000000"
    listed = world.inside("stake", "list", "-w", "alice", "--json").data()["stakes"]
    left = {(row["hotkey"], row["netuid"]): row["stake_alpha"] for row in listed}
    assert left[data["hotkey"], 2] == data["stake_alpha"]


def test_more_than_there_is_is_said(world: Cli) -> None:
    words = ("--netuid", "2", "--amount", "1000", "--dry-run")
    data = world.inside("stake", "burn", *words, *YES).data()
    assert any("takes all of it" in warning for warning in data["preview"]["warnings"])
    assert (data["destroyed_alpha"], data["stake_alpha"]) == (None, None)
    words = ("--netuid", "0", "--amount", "1")
    refused = world.inside("stake", "recycle", *words, *YES).error()
    assert "root" in refused["message"] or "no stake" in refused["message"]
