"""The take of a child."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors
from local_node.runtime.pallets.subtensor.staking.children.childkey_settings import (
    set_childkey_take,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    by,
    fails,
    started_chain,
)


def test_a_childs_take_may_fall_at_any_time_and_rise_slowly() -> None:
    ctx = started_chain()
    with fails(errors.InvalidChildkeyTake):
        set_childkey_take(ctx, by(COLDKEY), HOTKEY, NETUID, 11_797)
    set_childkey_take(ctx, by(COLDKEY), HOTKEY, NETUID, 100)
    set_childkey_take(ctx, by(COLDKEY), HOTKEY, NETUID, 50)
    with fails(errors.TxChildkeyTakeRateLimitExceeded):
        set_childkey_take(ctx, by(COLDKEY), HOTKEY, NETUID, 60)
