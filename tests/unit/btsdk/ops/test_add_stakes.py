"""Several stakes in one extrinsic."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.keys import ss58
from btsdk.ops import AddStake, AddStakes
from btsdk.tx.operation import Operation
from btsdk.units import Tao
from tests.unit.btsdk.chain import ALICE, BOB, POOL, TAO, Chain, called, draft


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        (AddStakes([AddStake(BOB, 1, TAO), AddStake(BOB, 0, TAO)]), "Utility.force_batch"),
        (AddStakes([AddStake(BOB, 1, "all")]), "Utility.force_batch"),
    ],
)
def test_the_call(operation: Operation, name: str) -> None:
    assert called(operation, Chain(SubnetOwner=ss58.decode(ALICE), **POOL)) == name


def test_a_stake_of_all_stands_beside_no_amount() -> None:
    with pytest.raises(UsageError, match="cannot be combined"):
        AddStakes([AddStake(BOB, 1, "all"), AddStake(BOB, 2, TAO)])


def test_what_they_spend_is_the_sum() -> None:
    chain = Chain(free=10**13, **POOL)
    found = draft(AddStakes([AddStake(BOB, 1, TAO, TAO), AddStake(BOB, 0, TAO * 2)]), chain)
    assert found.spends == TAO * 3
    assert [effect[:2] for effect in found.effects if effect.endswith((" 1", " 0"))] == ["1.", "2."]


def test_all_is_shared_and_the_fee_of_each_is_left() -> None:
    chain = Chain(free=10**12, **POOL)
    found = draft(AddStakes([AddStake(BOB, 1, "all"), AddStake(BOB, 0, "all")]), chain)
    assert found.spends == Tao.from_rao((10**12 - 500 - 2 * 5_000_000) // 2 * 2)


def test_a_pool_that_is_bought_from_twice_is_warned_of() -> None:
    chain = Chain(free=10**13, **POOL)
    twice = draft(AddStakes([AddStake(BOB, 1, TAO), AddStake(ALICE, 1, TAO)]), chain)
    assert "at the price before the others on subnet 1" in twice.warnings[-1]
    root = draft(AddStakes([AddStake(BOB, 0, TAO), AddStake(ALICE, 0, TAO)]), chain)
    assert root.warnings == ()
