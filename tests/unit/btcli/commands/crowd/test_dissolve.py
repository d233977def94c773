"""`btcli crowd dissolve`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.crowd.lending import opened, typed


def test_it_is_deleted_once_others_have_theirs_back(world: Cli) -> None:
    number = opened(world)
    typed(world, "contribute", "bob", number, "--amount", "5").data()
    error = typed(world, "dissolve", "alice", number).error()
    assert error["code"] == "Crowdloan.NotReadyToDissolve"
    typed(world, "refund", "alice", number).data()
    data = typed(world, "dissolve", "alice", number).data()
    assert (data["crowdloan_id"], data["crowdloan"]) == (int(number), None)
    assert world.inside("crowd", "info", "--id", number, "--json").error()["code"] == "not_found"
