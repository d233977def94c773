"""`subnets mechanisms set`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import NETUID, YES


def test_too_many_uids(owner: Cli) -> None:
    error = owner.inside("subnets", "mech", "set", *NETUID, "--count", "2", *YES).error()
    assert error["code"] == "SubtensorModule.TooManyUIDsPerMechanism"
    words = ("subnets", "mechanisms", "set", *NETUID, "--mech-count", "1", *YES)
    assert owner.inside(*words).data()["count"] == 1
