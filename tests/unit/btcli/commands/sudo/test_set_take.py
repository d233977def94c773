"""`sudo set-take`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import YES


def test_a_lower_take(owner: Cli) -> None:
    data = owner.inside("sudo", "set-take", "--take", "0.09", *YES).data()
    assert data["take"] == {"percent": "8.9998", "parts": 5_898}
    assert owner.inside("sudo", "get-take", "-w", "alice", "--json").data()["take"] == data["take"]
    error = owner.inside("sudo", "set-take", "-t", "19%", *YES).error()
    assert error["code"] == "SubtensorModule.DelegateTakeTooHigh"
    assert owner.inside("sudo", "set-take", *YES).error()["hint"] == "Use --take 18%."
    assert (
        owner.inside("sudo", "set-take", "--take", "5%", "--dry-run", *YES).data()["take"] is None
    )
