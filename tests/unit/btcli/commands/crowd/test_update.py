"""`btcli crowd update`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.crowd.lending import info, opened, typed


def test_one_or_several_terms(world: Cli) -> None:
    number = opened(world)
    loan = typed(world, "update", "alice", number, "--cap", "60").data()["crowdloan"]
    assert loan["cap_tao"] == "60.000000000"
    end = loan["end"] + 50
    words = ("--min", "2", "--max", "20", "--end-block", str(end))
    data = typed(world, "update", "alice", number, *words).data()
    assert data["preview"]["call"].startswith("Utility.batch_all(")
    loan = data["crowdloan"]
    assert (loan["min_contribution_tao"], loan["end"]) == ("2.000000000", end)
    assert loan["max_contribution_tao"] == "20.000000000"
    typed(world, "update", "alice", number, "--max-contribution", "none").data()
    assert info(world, number)["crowdloan"]["max_contribution_tao"] is None


def test_what_is_refused(world: Cli) -> None:
    number = opened(world)
    assert typed(world, "update", "alice", number).error()["code"] == "usage_error"
    error = typed(world, "update", "bob", number, "--cap", "60").error()
    assert error["code"] == "Crowdloan.InvalidOrigin"
