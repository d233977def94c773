from __future__ import annotations

from chain_spec.pallets import balances
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from tests.unit.local_node.runtime.pallets.balances.accounts import (
    ED,
    NEW,
    PREIMAGE,
    B,
    D,
    account,
    fails,
)
from tests.unit.local_node.runtime.support import TAO


def test_what_is_reserved_keeps_the_account(ctx: Context):
    currency.reserve(ctx, D, TAO)
    assert account(ctx, D)["consumers"] == 1
    assert currency.reducible(ctx, D, keep_alive=False) == 1_999 * TAO - ED
    for amount in (1_999 * TAO, 1_999 * TAO - 1):
        # less may leave than is free: Substrate calls it frozen before it asks who would die
        with fails("Frozen"):
            currency.transfer(ctx, D, B, amount, keep_alive=False)
    assert currency.unreserve(ctx, D, 5 * TAO) == 4 * TAO
    assert account(ctx, D)["consumers"] == 0


def test_reserving_more_than_may_go(ctx: Context):
    with fails("InsufficientBalance"):
        currency.reserve(ctx, D, 2_001 * TAO)
    with fails("ConsumerRemaining"):
        currency.reserve(ctx, D, 2_000 * TAO)
    assert not currency.can_reserve(ctx, D, 2_000 * TAO)
    assert currency.can_reserve(ctx, D, 2_000 * TAO - ED)
    assert account(ctx, D)["data"]["reserved"] == 0


def test_a_reserve_moves_to_an_account_that_exists(ctx: Context):
    currency.reserve(ctx, D, TAO)
    with fails("DeadAccount"):
        currency.repatriate_reserved(ctx, D, NEW, TAO, "Free")
    assert currency.repatriate_reserved(ctx, D, B, 3 * TAO, "Reserved") == 2 * TAO
    assert currency.reserved(ctx, B) == TAO
    assert currency.slash_reserved(ctx, B, 4 * TAO) == 3 * TAO
    assert currency.reserved(ctx, B) == 0


def test_a_hold_has_a_reason(ctx: Context):
    currency.hold(ctx, PREIMAGE, D, TAO)
    currency.hold(ctx, PREIMAGE, D, TAO)
    assert currency.held(ctx, PREIMAGE, D) == currency.reserved(ctx, D) == 2 * TAO
    assert currency.release(ctx, PREIMAGE, D, TAO) == TAO
    assert currency.burn_held(ctx, PREIMAGE, D, 5 * TAO) == TAO
    assert not ctx.contains(balances.storage.Holds, D)
    assert account(ctx, D)["consumers"] == 0
    with fails("FundsUnavailable"):
        currency.hold(ctx, PREIMAGE, D, 1_999 * TAO)
    with fails("FundsUnavailable"):  # what an account cannot pay comes before that it is none
        currency.hold(ctx, PREIMAGE, NEW, TAO)
