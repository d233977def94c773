"""`query`: any value of the chain by its name."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.running import Cli
from tests.unit.btcli.spellings import ALICE


def query(world: Cli, *words: str) -> dict[str, Any]:
    return world.inside("query", *words, "--json").data()


def test_a_storage_item_a_constant_and_a_runtime_api(world: Cli) -> None:
    found = query(world, "SubtensorModule.Tempo", "1")
    assert (found["kind"], found["value"], found["entries"]) == ("storage", 10, None)
    assert query(world, "Balances.ExistentialDeposit")["value"] == 500
    assert query(world, "AccountNonceApi.account_nonce", "alice")["value"] == 0
    assert query(world, "System.Account", ALICE)["value"]["data"]["free"] == 10**15
    assert query(world, "System.Account", "alice") == query(world, "System.Account", ALICE)
    assert query(world, "SubtensorModule.SubnetIdentitiesV3", "1")["value"] is None


def test_entries_of_a_map(world: Cli) -> None:
    found = query(world, "SubtensorModule.Tempo")
    assert [one["keys"] for one in found["entries"]] == [[0], [1]]
    first = query(world, "System.Account", "--limit", "1")
    assert (len(first["entries"]), first["more"]) == (1, True)
    assert query(world, "System.Account", "--limit", "0")["more"] is False
    shown = world.inside("query", "System.Account", "--limit", "1").out
    assert "data.free" in shown
    assert "--limit 0" in shown


def test_at_a_block(world: Cli) -> None:
    before = query(world, "System.Number")["value"]
    world.inside("node", "advance", "2")
    assert query(world, "System.Number")["value"] == before + 2
    assert query(world, "System.Number", "--at", str(before + 1))["value"] == before + 1
    for block in ("99999", "x"):
        assert world.inside("query", "System.Number", "--at", block).exit_code == 2


def test_names_are_listed(world: Cli) -> None:
    everything = query(world)
    assert everything["kind"] == "list"
    assert len(everything["items"]) > 300
    swap = query(world, "Swap")
    assert {one["name"].partition(".")[0] for one in swap["items"]} == {"Swap"}
    assert "Swap.FeeRate" in world.inside("query", "Swap").out
    assert "SubnetInfoRuntimeApi" in world.inside("query").out


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("SubtensorModule.Tempo", "1", "2"), "takes 1 value, not 2"),
        (("SubtensorModule.Tempo", "x"), "no whole number"),
        (("SubtensorModule.Tempoo",), "nothing named"),
        (("AccountNonceApi.account_nonce",), "takes 1 value, not 0"),
        (("AccountNonceApi.account_nonce", "nobody"), "no account"),
        (("Balances.ExistentialDeposit", "1"), "takes 0 values"),
    ],
)
def test_what_does_not_fit(world: Cli, words: tuple[str, ...], reason: str) -> None:
    done = world.inside("query", *words, "--json")
    assert done.exit_code in (1, 2)
    assert reason in done.error()["message"]
