"""Collateral, on a chain that has it and on one that has not."""

from __future__ import annotations

from fractions import Fraction

import pytest

from btsdk.errors import IncompatibleItem, NotFound
from btsdk.keys import ss58
from btsdk.reads.collateral import Collateral, coldkey_collateral, collateral, collateral_rules
from btsdk.units import Alpha
from tests.unit.btsdk.chain import ALICE, BOB, Chain, NewerChain
from tests.unit.btsdk.script import dev_at, later_at

STATE = {"locked": 7, "drain_ratio": 3 << 63, "min_locked": 5, "earned": 9}
AT = later_at()


def test_the_collateral_of_the_owner() -> None:
    chain = NewerChain(Owner=ss58.decode(ALICE), MinerCollateral=STATE)
    found = chain.play(collateral(AT, 1, BOB))
    parts = [Alpha.from_rao(rao, 1) for rao in (7, 5, 9)]
    assert found == Collateral(1, BOB, ALICE, *parts, drain_ratio=Fraction(3, 2))
    assert NewerChain(MinerCollateral=STATE).play(collateral(AT, 1, BOB, ALICE)) == found
    assert NewerChain().play(collateral(AT, 1, BOB, ALICE)) is None
    with pytest.raises(NotFound):
        NewerChain().play(collateral(AT, 1, BOB))


def test_sums_and_rules() -> None:
    chain = NewerChain(
        ColdkeyMinerCollateral=8, CollateralLockShare=65_535, CollateralDrainRatio=1 << 64
    )
    assert chain.play(coldkey_collateral(AT, 1, ALICE)) == Alpha.from_rao(8, 1)
    rules = chain.play(collateral_rules(AT, 1))
    assert (rules.lock_share, rules.drain_ratio) == (1, 1)
    assert NewerChain().play(collateral_rules(AT, 1)).lock_share == 0


def test_a_chain_without_it_refuses_by_name() -> None:
    for read in (collateral(dev_at(), 1, BOB), coldkey_collateral(dev_at(), 1, BOB)):
        with pytest.raises(IncompatibleItem, match="Collateral does not exist on this chain"):
            Chain().script().play(read)
