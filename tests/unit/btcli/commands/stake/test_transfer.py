"""`stake transfer`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import BOB, YES, stakes


def test_transfer_to_another_coldkey(world: Cli) -> None:
    words = ("--origin-netuid", "2", "--dest", BOB, "--amount", "0.25")
    data = world.inside("stake", "transfer", *words, *YES).data()
    assert stakes(world, BOB)[data["hotkey"], 2].decimal() == "0.250000000"
    assert (data["dest_coldkey"], data["dest_stake_alpha"]) == (BOB, "0.250000000")
