"""`subnets mechanisms count`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import NETUID


def test_one_mechanism(owner: Cli) -> None:
    shown = owner.inside("s", "mech", "count", "--netuid", "1").out
    assert "Subnet 1 has 1 mechanism; the chain allows 2." in shown
    data = owner.inside("subnets", "mechanisms", "count", *NETUID, "--json").data()
    assert data["most"] == 2
    error = owner.inside("sudo", "mech", "count", *NETUID, "--value", "2", "--json").error()
    assert "mechanisms set --count N" in error["hint"]
