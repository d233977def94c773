"""The neurons of a metagraph: documents, orders, CSV."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from btcli.commands.subnets.metagraph_rows import metagraph_table, ordered, rows, write_csv
from btsdk import Client
from btsdk.errors import UsageError
from tests.cli.running import Cli


def row(uid: int, **values: Any) -> Any:
    usual = {
        "uid": uid, "hotkey": "abc"[uid], "stake_weight_tao": "1.0", "emission_alpha": "2.0",
        "incentive": 0, "dividends": 0, "trust": 0, "validator_trust": 0, "last_update": 0,
    }  # fmt: skip
    return usual | values


@pytest.mark.parametrize(
    ("by", "values"),
    [
        ("stake", {"stake_weight_tao": "10.0"}),
        ("emission", {"emission_alpha": "10.0"}),
        ("incentive", {"incentive": 3}),
        ("dividends", {"dividends": 3}),
        ("trust", {"validator_trust": 3}),
        ("updated", {"last_update": 3}),
    ],
)
def test_numbers_begin_with_the_greatest(by: str, values: dict[str, Any]) -> None:
    found = [row(0), row(1, **values), row(2)]
    assert [one["uid"] for one in ordered(found, by, descending=None)] == [1, 0, 2]
    assert ordered(found, by, descending=False)[-1]["uid"] == 1


def test_uids_and_hotkeys_begin_with_the_least() -> None:
    found = [row(1), row(0)]
    assert [one["uid"] for one in ordered(found, "uid", descending=None)] == [0, 1]
    assert [one["uid"] for one in ordered(found, "hotkey", descending=True)] == [1, 0]


def test_rows_of_a_subnet(owner: Cli, tmp_path: Path) -> None:
    with Client("local", chain_file=owner.chain_file) as client:
        view = client.head()
        graph = view.metagraph(2, weights=True, bonds=True)
        found = rows(graph, view.pruning(2))
    assert found[0]["hotkey"] == graph.hotkeys[0]
    assert found[0]["weights"] == found[0]["bonds"] == {}
    assert found[0]["registrations_left"] is None  # the owner's
    table = metagraph_table(graph, found)
    assert dict(zip(table.columns, table.rows[0], strict=True))["immune"] == "kept"
    assert table.rows[0][1] == graph.hotkeys[0]
    assert set(table.spare) | set(table.right) < set(table.columns)
    file = tmp_path / "graph.csv"
    write_csv(file, found)
    (read,) = csv.DictReader(file.read_text().splitlines())
    assert read["hotkey"] == graph.hotkeys[0]
    assert set(read) == set(found[0]) - {"weights", "bonds"}
    with pytest.raises(UsageError, match="cannot be written"):
        write_csv(tmp_path, found)
