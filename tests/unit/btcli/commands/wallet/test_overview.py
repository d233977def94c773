"""`btcli wallet overview`."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.running import Cli

OVERVIEW = ("wallet", "overview", "-w", "alice")


def names(data: dict[str, Any]) -> list[tuple[int, str | None]]:
    return [(neuron["netuid"], neuron["hotkey_name"]) for neuron in data["neurons"]]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("-in", "second"), ["second"]),
        (("-in", "second,default"), ["default", "second"]),
        (("-ex", "second"), [None, "default"]),
        (("--netuids", "0,2"), []),
        (("--sort-by", "updated"), ["second", "default", None]),
        (("--sort-by", "UID", "--sort-order", "desc"), ["second", "default", None]),
    ],
)
def test_chosen_and_sorted(world: Cli, words: tuple[str, ...], shown: list[str | None]) -> None:
    data = world.inside(*OVERVIEW, *words, "--json").data()
    assert [name for _, name in names(data)] == shown


def test_all_wallets(world: Cli) -> None:
    done = world.inside("wallet", "overview", "--all", "--json").data()
    assert [wallet["name"] for wallet in done["wallets"]] == ["alice", "bob", "charlie"]
    assert {neuron["wallet"] for neuron in done["neurons"]} == {"alice"}


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("-in", "a", "-ex", "b"), "not both"),
        (("-in", "nobody"), "no hotkey 'nobody'"),
        (("--sort-by", "size"), "sorted by 'size'"),
        (("--sort-by", "uid", "--sort-order", "up"), "sort order 'up'"),
        (("--netuids", "x"), "a netuid is"),
    ],
)
def test_what_is_refused(world: Cli, words: tuple[str, ...], reason: str) -> None:
    done = world.inside(*OVERVIEW, *words, "--json")
    assert done.exit_code == 2
    assert reason in done.error()["message"]
