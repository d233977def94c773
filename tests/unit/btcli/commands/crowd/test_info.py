"""`btcli crowd info`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.crowd.lending import ALICE, BOB, info, opened, typed


def test_a_crowdloan_in_full(world: Cli) -> None:
    number = opened(world)
    typed(world, "contribute", "bob", number, "--amount", "5").data()
    data = info(world, number)
    assert data["contribution_tao"] is None
    assert "contributions" not in data
    data = info(world, number, "-w", "bob", "--show-contributors")
    assert data["contribution_tao"] == "5.000000000"
    assert {one["ss58"]: one["amount_tao"] for one in data["contributions"]} == {
        ALICE: "10.000000000",
        BOB: "5.000000000",
    }
    shown = world.inside("crowd", "info", "--crowdloan-id", number, "-w", "bob").out
    assert "τ15.000000000 of τ50.000000000" in shown
    assert "yours" in shown
