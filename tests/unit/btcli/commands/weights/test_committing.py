"""A commitment as it is made from what was typed."""

from __future__ import annotations

from typing import Any

from btcli.commands.weights.committing import Wanted, commitment
from btsdk.reads.weights import WeightRules
from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import YES


class Subnet:
    """A view of a subnet with version key 7."""

    def weight_rules(self, netuid: int, mechanism: int) -> WeightRules:
        return WeightRules(netuid, mechanism, 7, 1, 4)


def test_the_version_key_is_the_subnets() -> None:
    view: Any = Subnet()
    made = commitment(view, Wanted(2, 1, [0], [1.0], []), None)
    assert (made.version_key, made.mechanism, len(made.salt)) == (7, 1, 8)
    typed = commitment(view, Wanted(2, 0, [0], [1.0], [5, 6]), 9)
    assert (typed.version_key, typed.salt) == (9, (5, 6))


def test_a_file_is_not_replaced(weighing: Cli) -> None:
    file = weighing.home / "mine.json"
    file.write_text("mine")
    words = ("weights", "commit", "--netuid", "2", "--uids", "0", "--weights", "1")
    error = weighing.inside(*words, "--salt-file", str(file), *YES).error()
    assert "exists already" in error["message"]
    assert file.read_text() == "mine"
