"""`btcli crowd contributors`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.crowd.lending import ALICE, opened


def test_the_creator_contributes_first(world: Cli) -> None:
    number = opened(world)
    words = ("crowd", "contributors", "--id")
    data = world.inside(*words, number, "--json").data()
    assert data["contributions"] == [{"ss58": ALICE, "amount_tao": "10.000000000"}]
    assert f"{ALICE} (alice)" in world.inside(*words, number).out
    assert world.inside(*words, "9999", "--json").error()["code"] == "not_found"
