"""What a command reports of the crowdloan that it changed."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.crowd.lending import opened


def test_without_waiting_the_crowdloan_is_not_read(world: Cli) -> None:
    number = opened(world)
    words = ("crowd", "contribute", "-w", "bob", "--id", number, "--amount", "1", "-y")
    data = world.inside(*words, "--no-wait-for-inclusion", "--json").data()
    assert (data["crowdloan_id"], data["crowdloan"]) == (int(number), None)
    shown = world.inside(*words).out
    assert "τ12.000000000 of τ50.000000000" in shown
