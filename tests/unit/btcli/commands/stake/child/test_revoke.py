"""`stake child revoke`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import BOB, YES


def test_there_is_nothing_to_revoke(staker: Cli) -> None:
    error = staker.inside("stake", "child", "revoke", "--all", "-H", BOB, *YES).error()
    assert error["code"] == "not_found"


def test_a_dry_run_of_a_revocation(staker: Cli) -> None:
    data = staker.inside("stake", "child", "revoke", "-n", "2", "--dry-run", *YES).data()
    assert "has no children on subnet 2 any more" in data["preview"]["effects"][0]
    assert data["parts"] == [{"netuid": 2, "done": None, "error": None, "family": None}]
