"""`sudo trim`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import NETUID, YES


def test_fewer_uids(owner: Cli) -> None:
    data = owner.inside("sudo", "trim", *NETUID, "--max", "128", "--dry-run", *YES).data()
    assert (data["max_uids"], data["neurons"]) == (128, None)
    data = owner.inside("sudo", "trim", *NETUID, "--max-uids", "128", *YES).data()
    assert data["neurons"] == 1
    error = owner.inside("sudo", "trim", *NETUID, "--max", "1", *YES).error()
    assert error["code"] == "SubtensorModule.InvalidValue"
