"""`subnets hyperparameters`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import NETUID


def test_the_same_as_sudo_get(owner: Cli) -> None:
    data = owner.inside("subnets", "hyperparameters", *NETUID, "--json").data()
    assert data == owner.inside("sudo", "get", *NETUID, "--json").data()
