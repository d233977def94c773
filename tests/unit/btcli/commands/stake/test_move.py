"""`stake move`."""

from __future__ import annotations

from btsdk.units import Tao
from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import SECOND, YES, stakes


def test_move_to_another_hotkey(world: Cli) -> None:
    before = stakes(world)
    words = ("--origin-netuid", "1", "--dest", "second", "--amount", "0.5")
    data = world.inside("stake", "move", *words, *YES).data()
    assert (data["dest_hotkey"], data["dest_netuid"]) == (SECOND.ss58_address, 1)
    after = stakes(world)
    assert after[SECOND.ss58_address, 1].decimal() == data["dest_stake_alpha"] == "0.500000000"
    assert after[data["hotkey"], 1].decimal() == data["stake_alpha"]
    assert before[data["hotkey"], 1] - after[data["hotkey"], 1] == Tao.parse("0.5")
