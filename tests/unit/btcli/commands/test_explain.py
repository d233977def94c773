"""`explain`."""

from __future__ import annotations

from tests.cli.running import Cli


def test_text_and_json(world: Cli) -> None:
    found = world.inside("explain", "NotEnoughStake", "--json").data()["explanations"]
    assert [one["name"] for one in found] == ["SubtensorModule.NotEnoughStake"]
    shown = world.inside("explain", "NotEnoughStake").out
    assert found[0]["hint"] in shown
    assert "sudo_set_immunity_period" in world.inside("explain", "immunity-period").out


def test_nothing_of_that_name(world: Cli) -> None:
    done = world.inside("explain", "NotEnoughStak", "--json")
    assert (done.exit_code, done.error()["code"]) == (1, "not_found")
    assert "NotEnoughStake" in done.error()["hint"]
