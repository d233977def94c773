"""The take of a delegate, down and up."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.pallets.subtensor.staking.take.decrease_take import decrease_take
from local_node.runtime.pallets.subtensor.staking.take.increase_take import increase_take
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    OTHER,
    at_block,
    by,
    fails,
    started_chain,
)


def test_takes_move_within_bounds_and_in_time() -> None:
    ctx = started_chain()
    with fails(errors.NonAssociatedColdKey):
        decrease_take(ctx, by(OTHER), HOTKEY, 5)
    decrease_take(ctx, by(COLDKEY), HOTKEY, 1_000)
    with fails(errors.DelegateTakeTooLow):
        decrease_take(ctx, by(COLDKEY), HOTKEY, 1_000)
    with fails(errors.DelegateTakeTooLow):
        increase_take(ctx, by(COLDKEY), HOTKEY, 1_000)
    with fails(errors.DelegateTakeTooHigh):
        increase_take(ctx, by(COLDKEY), HOTKEY, 11_797)
    with fails(errors.DelegateTxRateLimitExceeded):
        increase_take(ctx, by(COLDKEY), HOTKEY, 2_000)
    at_block(ctx, 216_002)
    increase_take(ctx, by(COLDKEY), HOTKEY, 2_000)
    assert ctx.get(storage.Delegates, HOTKEY) == 2_000
