"""`stake swap`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import YES, stakes


def test_swap_keeps_its_limit(world: Cli) -> None:
    words = ("stake", "swap", "-o", "1", "-d", "2", "--amount", "0.5")
    before = stakes(world)
    data = world.inside(*words, "--tolerance", "0.9", *YES).data()
    assert "swap_stake_limit" in data["preview"]["call"]
    after = stakes(world)
    assert after[data["hotkey"], 2] > before[data["hotkey"], 2]
    assert after[data["hotkey"], 2].decimal() == data["dest_stake_alpha"]
    unsafe = world.inside(*words, "--unsafe", "--dry-run", *YES).data()
    assert "swap_stake(" in unsafe["preview"]["call"]
    assert unsafe["dest_stake_alpha"] is None
    error = world.inside(*words, "--unsafe", "--partial", *YES).error()
    assert "--partial needs a price limit" in error["message"]
