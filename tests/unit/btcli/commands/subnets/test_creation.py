"""The netuid of a new subnet, once there is one."""

from __future__ import annotations

from tests.cli.running import Cli

CREATE = ("subnets", "create", "-w", "alice", "--no-prompt")


def test_the_netuid_is_told_when_the_subnet_exists(funded: Cli) -> None:
    dry = funded.inside(*CREATE, "--dry-run", "--json").data()
    assert dry["netuid"] is None
    unknown = funded.inside(*CREATE, "--no-wait-for-inclusion", "--json").data()
    assert (unknown["submitted"], unknown["netuid"]) == (True, None)
    assert funded.inside(*CREATE, "--json").data()["netuid"] == 3
    done = funded.inside(*CREATE)
    assert done.exit_code == 0
    assert "Created subnet 4." in done.out
