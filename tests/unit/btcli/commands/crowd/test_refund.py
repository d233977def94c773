"""`btcli crowd refund`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.crowd.lending import opened, typed


def test_all_but_the_creator_get_their_contributions_back(world: Cli) -> None:
    number = opened(world)
    typed(world, "contribute", "bob", number, "--amount", "5").data()
    assert typed(world, "refund", "bob", number).error()["code"] == "Crowdloan.InvalidOrigin"
    loan = typed(world, "refund", "alice", number).data()["crowdloan"]
    assert (loan["raised_tao"], loan["contributors"]) == ("10.000000000", 1)
