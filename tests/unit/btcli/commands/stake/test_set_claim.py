"""`stake set-claim`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import YES


def test_a_type_is_typed_or_asked_for(staker: Cli) -> None:
    data = staker.inside("stake", "set-claim", "swap", "--netuids", "2", *YES).data()
    assert (data["claim_type"], data["netuids"]) == ("KeepSubnets", [1])
    words = ("--claim-type", "KeepSubnets", "--subnets", "1,2", "--dry-run")
    assert staker.inside("stake", "set-claim", *words, *YES).data()["netuids"] == [1, 2]
    twice = staker.inside("stake", "set-claim", "keep", *words, *YES).error()
    assert twice["message"] == "give the claim type once"
    asked = staker.inside("stake", "set-claim", "-w", "alice", stdin="keep\ny\n")
    assert asked.exit_code == 0, asked
    assert "kept as stake on their subnets" in asked.err
