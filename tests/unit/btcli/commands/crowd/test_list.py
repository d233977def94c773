"""`btcli crowd list`."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.running import Cli
from tests.unit.btcli.commands.crowd.lending import ALICE, opened, typed


def listed(cli: Cli, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = cli.inside("crowd", "list", *words, "--json").data()["crowdloans"]
    return found


def test_crowdloans_are_chosen_and_ordered(world: Cli) -> None:
    small, large = opened(world), opened(world)
    typed(world, "contribute", "bob", large, "--amount", "40").data()
    numbers = [one["id"] for one in listed(world)]
    assert numbers == sorted(numbers)
    assert int(large) in [one["id"] for one in listed(world, "--status", "funded")]
    active = [one["id"] for one in listed(world, "--status", "active", "--type", "fundraising")]
    assert int(small) in active
    assert int(large) not in active
    raised = [float(one["raised_tao"]) for one in listed(world, "--sort-by", "raised")]
    assert raised == sorted(raised, reverse=True)
    words = ("--sort-by", "raised", "--sort-order", "asc")
    assert [float(one["raised_tao"]) for one in listed(world, *words)] == sorted(raised)
    shown = world.inside("crowd", "list").out
    assert f"{ALICE} (alice)" in shown


def test_creators_are_searched_by_address_and_by_name(world: Cli) -> None:
    opened(world)
    for text in (ALICE[:12], "ALI"):
        assert {one["creator"] for one in listed(world, "--search-creator", text)} == {ALICE}
    assert listed(world, "--search-creator", "nobody") == []


@pytest.mark.parametrize("option", ["--status", "--type", "--sort-by", "--sort-order"])
def test_what_is_unknown(world: Cli, option: str) -> None:
    error = world.inside("crowd", "list", option, "x", "--json").error()
    assert error["code"] == "usage_error"
    assert error["hint"].startswith("One of: ")
