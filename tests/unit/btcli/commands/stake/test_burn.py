"""`stake burn`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import YES


def test_all_of_a_stake(staker: Cli) -> None:
    words = ("--netuid", "2", "--all", "--dry-run")
    data = staker.inside("stake", "burn", *words, *YES).data()
    assert "burn" in data["preview"]["call"]
    assert data["stake_alpha"] is None
