"""Changes of children on several subnets."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import BOB, YES


def test_a_failure_on_one_subnet_leaves_the_other(staker: Cli) -> None:
    words = ("stake", "child", "set", "-H", "second", "--children", BOB, "--proportions", "100%")
    staker.inside(*words, "--netuid", "1", *YES).data()
    done = staker.inside(*words, "--all-netuids", *YES)
    assert done.exit_code == 1
    document = done.json()
    assert document["error"]["code"] == "parts_failed"
    parts = {part["netuid"]: part for part in document["data"]["parts"]}
    assert {netuid: part["done"] for netuid, part in parts.items()} == {1: False, 2: True}
    assert parts[1]["error"]["code"] == "SubtensorModule.TxRateLimitExceeded"
    assert parts[2]["family"]["pending"]["children"][0]["hotkey"] == BOB
