"""`btcli multisig approve`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.multisig.team import ALICE, BOB, THREE, opened, pending, typed


def test_a_call_is_approved_but_not_executed(world: Cli) -> None:
    given = opened(world, "3.1")
    data = typed(world, "approve", "bob", given).data()
    assert (data["call_hash"], data["approvals"]) == (given, 1)
    assert any("not executed now" in effect for effect in data["preview"]["effects"])
    assert set(pending(world)[given]["approvals"]) == {ALICE, BOB}
    assert typed(world, "approve", "bob", given).error()["code"] == "Multisig.AlreadyApproved"
    assert "btcli multisig execute" in typed(world, "approve", "charlie", given).error()["hint"]
    assert given in pending(world)


def test_a_call_of_which_only_the_hash_is_known(world: Cli) -> None:
    given = opened(world, "3.2")
    (world.home / "calls" / f"{given}.json").unlink()
    preview = typed(world, "approve", "bob", given, *THREE).data()["preview"]
    assert any("only its hash is" in warning for warning in preview["warnings"])
    assert set(pending(world)[given]["approvals"]) == {ALICE, BOB}


def test_a_stranger_is_no_signatory(world: Cli) -> None:
    given = opened(world, "3.3")
    words = ("--signatories", "alice,charlie", "--threshold", "2")
    assert "not a signatory" in typed(world, "approve", "bob", given, *words).error()["message"]
