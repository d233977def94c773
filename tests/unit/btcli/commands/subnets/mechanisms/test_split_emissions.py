"""`subnets mechanisms split-emissions`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import NETUID, YES


def test_a_split(owner: Cli) -> None:
    words = ("subnets", "mech", "split-emissions", *NETUID, *YES, "--split")
    assert owner.inside(*words, "100%", "--dry-run").data()["mechanisms"] is None
    data = owner.inside(*words, "1").data()
    assert [one["parts"] for one in data["mechanisms"]] == [65_535]
    error = owner.inside(*words, "1,1,1").error()
    assert error["code"] == "SubtensorModule.InvalidValue"
