"""The hotkey on which mining incentive is staked."""

from __future__ import annotations

from btsdk.ops import SetAutoStake
from tests.unit.btsdk.staked import ALICE, ALICE_2, BOB_1, FIRST, MISSING, NOBODY, Staked


def test_setting_and_changing_it(real: Staked) -> None:
    assert real.view.auto_stake(ALICE, FIRST) is None
    receipt = real.do(SetAutoStake(FIRST, BOB_1))
    assert "AutoStakeDestinationSet" in {event.name for event in receipt.events}
    assert real.view.auto_stakes(ALICE) == {FIRST: BOB_1}
    found = real.draft(SetAutoStake(FIRST, ALICE_2))
    assert any(f"until now it was staked on {BOB_1}" in effect for effect in found.effects)


def test_refusals(real: Staked) -> None:
    real.refuses(SetAutoStake(MISSING, BOB_1), "SubnetNotExists")
    real.refuses(SetAutoStake(FIRST, NOBODY), "HotKeyNotRegisteredInSubNet")
    real.do(SetAutoStake(FIRST, BOB_1))
    real.refuses(SetAutoStake(FIRST, BOB_1), "SameAutoStakeHotkeyAlreadySet")
