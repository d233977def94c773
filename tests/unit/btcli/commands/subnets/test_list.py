"""`btcli subnets list`."""

from __future__ import annotations

from tests.cli.running import Cli


def test_a_new_subnet_is_in_the_list(funded: Cli) -> None:
    subnet = funded.inside("subnets", "create", "-w", "alice", "-y", "--json").data()["netuid"]
    found = funded.inside("subnets", "list", "--json").data()["subnets"]
    assert subnet in [one["netuid"] for one in found]
    shown = funded.inside("subnets", "list").out.splitlines()
    assert len([line for line in shown if line.split()[:1] == [str(subnet)]]) == 1
