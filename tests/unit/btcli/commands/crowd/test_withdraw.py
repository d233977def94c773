"""`btcli crowd withdraw`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.crowd.lending import opened, typed


def test_a_contribution_is_taken_back(world: Cli) -> None:
    number = opened(world)
    assert typed(world, "withdraw", "bob", number).error()["code"] == "Crowdloan.NoContribution"
    typed(world, "contribute", "bob", number, "--amount", "5").data()
    assert typed(world, "withdraw", "bob", number).data()["crowdloan"]["contributors"] == 1
