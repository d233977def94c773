"""Whether a root validator becomes a parent by itself."""

from __future__ import annotations

from btsdk.ops import RootRegister, SetAutoParentDelegation
from tests.unit.btsdk.staked import ALICE_2, BOB, Staked


def test_the_setting(real: Staked) -> None:
    off = SetAutoParentDelegation(ALICE_2, enabled=False)
    real.refuses(off, "HotKeyNotRegisteredInSubNet")
    real.refuses(off, "NonAssociatedColdKey", BOB)
    real.do(RootRegister(ALICE_2))
    assert real.view.auto_parent_delegation(ALICE_2) is True
    assert any(
        "already" in warning
        for warning in real.draft(SetAutoParentDelegation(ALICE_2, enabled=True)).warnings
    )
    receipt = real.do(off)
    assert "AutoParentDelegationEnabledSet" in {event.name for event in receipt.events}
    assert real.view.auto_parent_delegation(ALICE_2) is False
