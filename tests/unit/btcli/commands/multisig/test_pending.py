"""`btcli multisig pending`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.multisig.team import ALICE, DAVE, TEAM, THREE, opened, pending


def test_open_calls_are_shown_with_what_is_known(world: Cli) -> None:
    given = opened(world, "1.1")
    call = pending(world)[given]
    assert (call["depositor"], call["approvals"], call["missing"]) == (ALICE, [ALICE], 2)
    assert call["call"] == f"Balances.transfer_keep_alive(dest={DAVE}, value=1100000000)"
    assert float(call["deposit_tao"]) > 0
    (world.home / "calls" / f"{given}.json").unlink()
    assert pending(world)[given]["call"] is None
    shown = world.inside("multisig", "pending", *THREE).out
    assert "unknown here" in shown
    assert f"{ALICE} (alice)" in shown


def test_none_are_open(world: Cli) -> None:
    words = ("--signatories", f"alice,{DAVE}", "--threshold", "2")
    done = world.inside("multisig", "pending", *words)
    assert "has no open calls" in done.out
    assert TEAM not in done.out
