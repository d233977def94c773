"""Children: shares exactly, the cooldown, revoking, and what the chain refuses."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from btsdk.errors import UsageError
from btsdk.ops import SetChildren
from btsdk.reads.children import Kin
from tests.unit.btsdk.staked import (
    ALICE_2,
    BOB,
    BOB_1,
    BOB_2,
    FIRST,
    MISSING,
    NOBODY,
    SECOND,
    Staked,
)

ALL = 2**64 - 1


def test_children_after_the_cooldown(real: Staked) -> None:
    wanted = [(BOB_1, "1/3"), (BOB_2, "25%")]
    found = real.draft(SetChildren(ALICE_2, FIRST, wanted))
    assert found.refusals == ()
    assert found.call.arguments()["children"][0][0] == ALL // 3
    assert any("33.3333 % of the stake" in effect for effect in found.effects)
    receipt = real.do(SetChildren(ALICE_2, FIRST, wanted))
    assert "SetChildrenScheduled" in {event.name for event in receipt.events}
    pending = real.view.pending_children(ALICE_2, FIRST)
    assert f"after block {pending.block} " in " ".join(found.effects)
    shares = [Fraction(ALL // 3, ALL), Fraction(ALL // 4, ALL)]
    kin = [Kin(BOB_1, shares[0]), Kin(BOB_2, shares[1])]
    assert list(pending.children) == kin
    assert real.view.children(ALICE_2, FIRST) == []
    while real.view.number <= pending.block:
        real.chain.advance(5)
    real.chain.advance_to_epoch(FIRST)
    real.chain.advance(2)
    assert sorted(real.view.children(ALICE_2, FIRST), key=str) == sorted(kin, key=str)
    assert real.view.parents(BOB_1, FIRST) == [Kin(ALICE_2, shares[0])]
    assert real.view.pending_children(ALICE_2, FIRST) is None
    real.refuses(SetChildren(BOB_1, FIRST, [(ALICE_2, "1%")]), "ChildParentInconsistency", BOB)


def test_revoking(real: Staked) -> None:
    real.set(
        ChildKeys=[[[ALICE_2, FIRST], [[5, BOB_1]]]], ParentKeys=[[[BOB_1, FIRST], [[5, ALICE_2]]]]
    )
    found = real.draft(SetChildren(ALICE_2, FIRST, []))
    assert "has no children on subnet 2 any more" in found.effects[0]
    assert any(f"{BOB_1} loses its" in effect for effect in found.effects)
    real.do(SetChildren(ALICE_2, FIRST, []))
    assert real.view.pending_children(ALICE_2, FIRST).children == ()


def test_before_the_start_they_count_at_once(real: Staked) -> None:
    real.set(SubtokenEnabled=[[[SECOND], False]])
    receipt = real.do(SetChildren(ALICE_2, SECOND, [(BOB_1, "100%")]))
    assert "SetChildren" in {event.name for event in receipt.events}
    assert real.view.children(ALICE_2, SECOND) == [Kin(BOB_1, Fraction(1))]


def test_refusals(real: Staked) -> None:
    child = [(BOB_1, "10%")]
    missing = "RegistrationNotPermittedOnRootSubnet"
    real.refuses(SetChildren(ALICE_2, 0, child), missing)
    real.refuses(SetChildren(ALICE_2, MISSING, child), "SubnetNotExists")
    real.refuses(SetChildren(ALICE_2, FIRST, child), "NonAssociatedColdKey", BOB)
    real.refuses(SetChildren(NOBODY, FIRST, child), "NonAssociatedColdKey")
    real.set(StakeThreshold=10**15)
    real.refuses(SetChildren(ALICE_2, FIRST, child), "NotEnoughStakeToSetChildkeys")
    assert real.codes(SetChildren(ALICE_2, FIRST, [])) == []
    real.set(StakeThreshold=10**9)
    real.do(SetChildren(ALICE_2, FIRST, child))
    again = SetChildren(ALICE_2, FIRST, [])
    real.refuses(again, "TxRateLimitExceeded")
    assert "from block" in real.draft(again).warnings[0]
    assert real.codes(SetChildren(ALICE_2, SECOND, [])) == []


@pytest.mark.parametrize(
    "children",
    [
        "x",
        [BOB_1],
        [(BOB_1, 0.5)],
        [(BOB_1, "60%"), (BOB_2, "50%")],
        [(BOB_1, "10%"), (BOB_1, "10%")],
        [(ALICE_2, "10%")],
        [(BOB_1, "0%")],
        [("nobody", "10%")],
    ],
)
def test_what_cannot_be_meant(children: Any) -> None:
    with pytest.raises(UsageError):
        SetChildren(ALICE_2, FIRST, children)


def test_at_most_five() -> None:
    many = [(bytes([n]) * 32, "1%") for n in range(6)]
    with pytest.raises(UsageError, match="at most 5"):
        SetChildren(ALICE_2, FIRST, many)
