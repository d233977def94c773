"""Staking: the call, the price limit, and what staking all leaves."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import AmountError, UsageError
from btsdk.keys import ss58
from btsdk.ops import AddStake
from btsdk.tx.operation import Operation
from btsdk.units import Alpha, Tao
from tests.unit.btsdk.chain import ALICE, BOB, POOL, TAO, Chain, called, draft


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: AddStake(BOB, -1, TAO), UsageError),
        (lambda: AddStake(BOB, 1, Alpha.parse("1", 1)), AmountError),  # type: ignore[arg-type]
        (lambda: AddStake(BOB, 1, TAO, allow_partial=True), UsageError),
    ],
)
def test_what_cannot_be_meant_is_refused_at_once(make: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        make()


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        (AddStake(BOB, 1, TAO), "SubtensorModule.add_stake"),
        (AddStake(BOB, 1, TAO, limit_price=TAO), "SubtensorModule.add_stake_limit"),
        (AddStake(BOB, 0, TAO, limit_price=TAO), "SubtensorModule.add_stake"),
        (AddStake(BOB, 1, "all"), "SubtensorModule.add_stake"),
    ],
)
def test_the_call(operation: Operation, name: str) -> None:
    assert called(operation, Chain(SubnetOwner=ss58.decode(ALICE), **POOL)) == name


def test_staking_all_leaves_the_fee() -> None:
    found = draft(AddStake(BOB, 1, "all"), Chain(free=10**10, **POOL))
    arguments = found.call.arguments()
    assert arguments["amount_staked"] == Tao.from_rao(10**10 - 500 - 5_000_000)
    with pytest.raises(UsageError, match="too little"):
        draft(AddStake(BOB, 1, "all"), Chain(free=10**6, **POOL))


def test_staking_where_there_is_nothing_to_stake_on() -> None:
    assert draft(AddStake(BOB, 9, TAO), Chain()).warnings == ("there is no subnet 9",)
    (closed,) = draft(AddStake(BOB, 9, TAO), Chain(NetworksAdded=True)).warnings
    assert "not open" in closed


def test_a_hotkey_that_nobody_registered_is_refused() -> None:
    chain = Chain(**{**POOL, "Owner": None})
    (refusal,) = draft(AddStake(BOB, 0, TAO), chain).refusals
    assert refusal.code == "SubtensorModule.HotKeyAccountNotExists"
    assert BOB in refusal.reason


def test_what_the_account_lacks_is_refused() -> None:
    found = draft(AddStake(BOB, 0, TAO), Chain(free=10**6, **POOL))
    assert [refusal.code for refusal in found.refusals] == [found.if_short]
    assert found.if_short == "SubtensorModule.NotEnoughBalanceToStake"
