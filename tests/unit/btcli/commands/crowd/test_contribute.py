"""`btcli crowd contribute`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.crowd.lending import opened, typed


def test_no_more_is_taken_than_is_missing(world: Cli) -> None:
    number = opened(world)
    loan = typed(world, "contribute", "bob", number, "-a", "15").data()["crowdloan"]
    assert (loan["raised_tao"], loan["contributors"]) == ("25.000000000", 2)
    loan = typed(world, "contribute", "bob", number, "--amount", "500").data()["crowdloan"]
    assert (loan["raised_tao"], loan["status"]) == ("50.000000000", "funded")
    error = typed(world, "contribute", "bob", number, "--amount", "1").error()
    assert error["code"] == "Crowdloan.CapRaised"
    assert typed(world, "contribute", "bob", number, "--amount", "x").exit_code == 2
