"""`btcli subnets start`."""

from __future__ import annotations

from tests.cli.running import Cli

YES = ("-w", "alice", "--no-prompt", "--json")


def test_a_subnet_is_started_once(funded: Cli) -> None:
    netuid = funded.inside("subnets", "create", *YES).data()["netuid"]
    words = ("subnets", "start", "--netuid", str(netuid), *YES)
    data = funded.inside(*words).data()
    assert data["netuid"] == netuid
    assert "SubtensorModule.FirstEmissionBlockNumberSet" in data["receipt"]["events"]
    again = funded.inside(*words)
    assert again.exit_code == 1
    assert again.error()["code"] == "SubtensorModule.FirstEmissionBlockNumberAlreadySet"
