"""`btcli crowd finalize`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.crowd.lending import CHARLIE, opened, typed


def test_the_target_gets_what_was_raised(world: Cli) -> None:
    number = opened(world)
    assert typed(world, "finalize", "alice", number).error()["code"] == "Crowdloan.CapNotRaised"
    typed(world, "contribute", "bob", number, "--amount", "40").data()
    balance = ("wallet", "balance", "--ss58", CHARLIE, "--json")
    before = float(world.inside(*balance).data()["balances"][0]["free_tao"])
    assert typed(world, "finalize", "alice", number).data()["crowdloan"]["status"] == "finalized"
    assert float(world.inside(*balance).data()["balances"][0]["free_tao"]) - before == 50
