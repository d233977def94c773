"""`subnets metagraph`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import NETUID


def test_all_columns_in_json(owner: Cli) -> None:
    data = owner.inside("subnets", "metagraph", *NETUID, "--weights", "--json").data()
    assert data["subnet"]["netuid"] == 2
    assert data["max_uids"] == 256
    assert {"rank", "validator_trust", "pruning_score", "weights"} < set(data["neurons"][0])
    assert "bonds" not in data["neurons"][0]


def test_a_file(owner: Cli, tmp_path: Path) -> None:
    file = tmp_path / "graph.csv"
    done = owner.inside("subnets", "metagraph", *NETUID, "--csv", str(file))
    assert "Metagraph of subnet 2, mechanism 0" in done.out
    assert file.read_text().startswith("uid,hotkey,coldkey,")


def test_only_mine(owner: Cli) -> None:
    words = ("subnets", "metagraph", *NETUID, "--mine", "--json", "-w")
    assert len(owner.inside(*words, "alice").data()["neurons"]) >= 1
    assert owner.inside(*words, "dave").data()["neurons"] == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--netuid", "99"), "subnet_not_found"),
        ((*NETUID, "--mechid", "3"), "mechanism_not_found"),
        ((*NETUID, "--sort-by", "size"), "usage_error"),
        ((*NETUID, "--html"), "usage_error"),
        ((*NETUID, "--reuse-last"), "usage_error"),
    ],
)
def test_refusals(owner: Cli, words: tuple[str, ...], code: str) -> None:
    assert owner.inside("subnets", "metagraph", *words, "--json").error()["code"] == code
