"""`btcli multisig cancel`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.multisig.team import opened, pending, typed


def test_only_its_opener_cancels_a_call(world: Cli) -> None:
    given = opened(world, "6")
    assert typed(world, "cancel", "bob", given).error()["code"] == "Multisig.NotOwner"
    data = typed(world, "cancel", "alice", given).data()
    assert (data["call_hash"], data["approvals"]) == (given, 1)
    assert given not in pending(world)
    assert typed(world, "cancel", "alice", given).error()["code"] == "Multisig.NotFound"
