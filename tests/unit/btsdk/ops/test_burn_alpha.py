"""Burning and recycling stake."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import UsageError
from btsdk.ops import AddStake, BurnAlpha, LockStake, RecycleAlpha
from btsdk.storage.subtensor import SubnetAlphaOut
from tests.unit.btsdk.staked import (
    ALICE,
    ALICE_2,
    BOB_1,
    FIRST,
    MISSING,
    NOBODY,
    Staked,
    alpha,
    tao,
)

BOTH = pytest.mark.parametrize("kind", [BurnAlpha, RecycleAlpha])


@BOTH
def test_the_stake_is_gone(real: Staked, kind: Any) -> None:
    before = real.stake(ALICE, ALICE_2, FIRST)
    issued = real.view.storage(SubnetAlphaOut, FIRST)
    receipt = real.do(kind(ALICE_2, FIRST, alpha("5")))
    event = "AlphaBurned" if kind is BurnAlpha else "AlphaRecycled"
    assert event in {found.name for found in receipt.events}
    assert before - real.stake(ALICE, ALICE_2, FIRST) > alpha("4")
    less = issued - real.view.storage(SubnetAlphaOut, FIRST)
    # Recycled alpha leaves the issuance; burned alpha stays issued. A block emits one alpha.
    assert (less > alpha("3").rao) == (kind is RecycleAlpha)


@BOTH
def test_all_of_it(real: Staked, kind: Any) -> None:
    found = real.draft(kind(ALICE_2, FIRST, alpha("1000")))
    assert any("takes all of it" in warning for warning in found.warnings)
    real.do(kind(ALICE_2, FIRST, "all"))
    assert real.stake(ALICE, ALICE_2, FIRST) < alpha("1")


@BOTH
def test_refusals(real: Staked, kind: Any) -> None:
    real.do(AddStake(ALICE_2, 0, tao("1")))
    real.refuses(kind(ALICE_2, 0, alpha("1", 0)), "CannotBurnOrRecycleOnRootSubnet")
    with pytest.raises(UsageError, match="no stake"):
        real.draft(kind(BOB_1, FIRST, alpha("1")))
    with pytest.raises(UsageError, match="no stake"):
        real.draft(kind(NOBODY, FIRST, alpha("1")))
    with pytest.raises(UsageError, match="no stake"):
        real.draft(kind(ALICE_2, MISSING, alpha("1", MISSING)))
    held = real.view.stake_availability(ALICE, FIRST).total
    real.do(LockStake(ALICE_2, FIRST, held - alpha("1")))
    real.refuses(kind(ALICE_2, FIRST, alpha("5")), "StakeUnavailable")
    real.set(SubnetAlphaOut=[[[FIRST], 5]])
    real.refuses(kind(ALICE_2, FIRST, alpha("9")), "InsufficientLiquidity")
    real.set(SubtokenEnabled=[[[FIRST], False]])
    real.refuses(kind(ALICE_2, FIRST, alpha("0.5")), "SubtokenDisabled")
