"""`btcli subnets burn-cost`."""

from __future__ import annotations

from tests.cli.running import Cli


def test_burn_cost(funded: Cli) -> None:
    cost = funded.inside("subnets", "burn-cost", "--json").data()["cost_tao"]
    assert float(cost) > 0
    shown = funded.inside("subnets", "burn-cost").out
    assert shown.startswith(f"Creating a subnet costs τ{float(cost):,.9f} at block ")
