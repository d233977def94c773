"""`stake set-claim`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import YES


def test_a_type_is_typed_or_asked_for(staker: Cli) -> None:
    data = staker.inside("stake", "set-claim", "swap", "--netuids", "2", *YES).data()
    assert (data["claim_type"], data["netuids"]) == ("KeepSubnets", [1])
    asked = staker.inside("stake", "set-claim", "-w", "alice", stdin="keep\ny\n")
    assert asked.exit_code == 0, asked
    assert "kept as stake on their subnets" in asked.err
