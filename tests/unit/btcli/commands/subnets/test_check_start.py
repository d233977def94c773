"""`subnets check-start`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import NETUID, YES


def test_a_started_subnet_and_one_that_is_not(owner: Cli) -> None:
    data = owner.inside("subnets", "check-start", *NETUID, "--json").data()
    assert data["started"] is True
    assert data["first_emission"] > data["registered_at"]
    new = str(owner.inside("subnets", "create", *YES).data()["netuid"])
    done = owner.inside("subnets", "check-start", "--netuid", new)
    assert f"now: `btcli subnets start --netuid {new}`" in done.out
    error = owner.inside("subnets", "check-start", "--netuid", "99", "--json").error()
    assert error["hint"] == "`btcli subnets list` lists the subnets."
