"""The rate of the fee, as `pallets/swap/src/pallet/mod.rs` has it."""

from __future__ import annotations

import pytest

from chain_spec.pallets import swap
from local_node.runtime.frame import BAD_ORIGIN, DispatchFailure
from local_node.runtime.frame.origin import root, signed
from local_node.runtime.pallets.swap.execution import simulate_swap
from local_node.runtime.pallets.swap.orders import GetAlphaForTao
from local_node.runtime.pallets.swap.set_fee_rate import set_fee_rate
from local_node.runtime.pallets.swap.user_liquidity import disable_lp
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, key, refused
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    NETUID,
    by,
    fails,
    started_chain,
)
from tests.unit.local_node.runtime.pallets.swap.swap_calls import call
from tests.unit.local_node.runtime.support import decoded_events


def test_the_rate_of_the_fee() -> None:
    """Root only, for a subnet that exists, and at most `MaxFeeRate`."""
    ctx = dev_context()
    with refused("BadOrigin"):
        call(ctx, signed(key(1)), "set_fee_rate", netuid=1, rate=7)
    with refused(swap.errors.MechanismDoesNotExist):
        call(ctx, root, "set_fee_rate", netuid=9, rate=7)
    with refused(swap.errors.FeeRateTooHigh):
        call(ctx, root, "set_fee_rate", netuid=1, rate=10_001)
    call(ctx, root, "set_fee_rate", netuid=1, rate=10_000)
    assert ctx.get(swap.storage.FeeRate, 1) == 10_000
    assert decoded_events(ctx)[-1] == ("Swap", "FeeRateSet", {"netuid": 1, "rate": 10_000})


def test_root_sets_the_fee_of_a_subnet_within_bounds() -> None:
    ctx = started_chain()
    with pytest.raises(DispatchFailure, match=BAD_ORIGIN):
        set_fee_rate(ctx, by(COLDKEY), NETUID, 5)
    with fails(swap.errors.MechanismDoesNotExist):
        set_fee_rate(ctx, root, 9, 5)
    with fails(swap.errors.FeeRateTooHigh):
        set_fee_rate(ctx, root, NETUID, 10_001)
    set_fee_rate(ctx, root, NETUID, 10_000)
    assert simulate_swap(ctx, NETUID, GetAlphaForTao(65_535)).fee_paid == 9_999
    with fails(swap.errors.Deprecated):
        disable_lp(ctx, root)
