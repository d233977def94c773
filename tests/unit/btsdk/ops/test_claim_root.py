"""Claims of root dividends, and what they do."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import UsageError
from btsdk.ops import AddStake, ClaimRoot, SetRootClaimType
from btsdk.reads.root_claims import RootClaimType
from tests.unit.btsdk.staked import ALICE, ALICE_2, FIRST, SECOND, Staked, alpha, tao


def owe(real: Staked) -> None:
    """Alice's hotkey owes a tenth of its root stake in the alpha of the first subnet."""
    real.do(AddStake(ALICE_2, 0, tao("10")))
    real.set(RootClaimable=[[[ALICE_2], [[FIRST, (1 << 32) // 10]]]])


@pytest.mark.parametrize("kind", ["Keep", "Swap"])
def test_a_claim(real: Staked, kind: Any) -> None:
    # First the type: the chain also claims by itself in later blocks.
    real.do(SetRootClaimType(kind))
    owe(real)
    found = real.draft(ClaimRoot([FIRST, FIRST]))
    (effect,) = found.effects
    assert effect.startswith("α0.99")
    assert ("sold" in effect) == (kind == "Swap")
    assert found.warnings == ()
    root, held = real.stake(ALICE, ALICE_2, 0), real.stake(ALICE, ALICE_2, FIRST)
    receipt = real.do(ClaimRoot([FIRST]))
    assert "RootClaimed" in {event.name for event in receipt.events}
    assert (real.stake(ALICE, ALICE_2, 0) > root) == (kind == "Swap")
    if kind == "Keep":
        assert real.stake(ALICE, ALICE_2, FIRST) - held >= alpha("0.99")
    assert real.view.root_claimable_stake(ALICE, ALICE_2, FIRST) < alpha("0.2")
    assert real.view.root_claimed(ALICE, ALICE_2, FIRST) >= alpha("0.99")


def test_nothing_is_paid_below_the_threshold(real: Staked) -> None:
    assert any("nothing to claim" in w for w in real.draft(ClaimRoot([FIRST])).warnings)
    owe(real)
    real.set(RootClaimableThreshold=[[[FIRST], (5 * 10**9) << 32]])
    found = real.draft(ClaimRoot([FIRST]))
    assert found.effects == ("nothing is paid",)
    assert any("below the threshold of α5" in warning for warning in found.warnings)
    before = real.view.root_claimable_stake(ALICE, ALICE_2, FIRST)
    real.do(ClaimRoot([FIRST]))
    assert real.view.root_claimable_stake(ALICE, ALICE_2, FIRST) == before


def test_claim_types(real: Staked) -> None:
    assert real.view.root_claim_type(ALICE) == RootClaimType("Swap")
    assert any("already" in w for w in real.draft(SetRootClaimType("Swap")).warnings)
    receipt = real.do(SetRootClaimType("KeepSubnets", [SECOND, FIRST]))
    assert "RootClaimTypeSet" in {event.name for event in receipt.events}
    assert real.view.root_claim_type(ALICE) == RootClaimType("KeepSubnets", (FIRST, SECOND))
    owe(real)
    assert "kept as stake" in real.draft(ClaimRoot([FIRST])).effects[0]


@pytest.mark.parametrize("netuids", [[], [1, 2, 3, 4, 5, 6], "12", [70_000], 3, [1.0]])
def test_which_subnets(netuids: Any) -> None:
    with pytest.raises(UsageError):
        ClaimRoot(netuids)


def test_which_types() -> None:
    kinds: tuple[tuple[Any, tuple[int, ...]], ...] = (
        ("Sell", ()),
        ("KeepSubnets", ()),
        ("Keep", (1,)),
    )
    for kind, netuids in kinds:
        with pytest.raises(UsageError):
            SetRootClaimType(kind, netuids)
