"""`SubtensorModule.remove_stake_limit`: `remove_stake` down to a price."""

from __future__ import annotations

from local_node.runtime.frame.context import Context
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.staking.exchange.nominations import (
    clear_small_nomination,
    drop_pending_children_below_threshold,
)
from local_node.runtime.pallets.subtensor.staking.exchange.settlement import unstake_from_subnet
from local_node.runtime.pallets.subtensor.staking.exchange.validation import validate_remove_stake
from local_node.runtime.pallets.subtensor.staking.pool.price_limits import (
    ensure_sale_within_reserve,
    max_amount_remove,
)


def remove_stake_limit(
    ctx: Context,
    origin: Origin,
    hotkey: bytes,
    netuid: int,
    amount_unstaked: int,
    limit_price: int,
    allow_partial: bool,
) -> None:
    """``limit_price`` is rao of TAO per alpha; all or nothing unless ``allow_partial`` is set."""
    coldkey = ensure_signed(origin)
    ensure_sale_within_reserve(ctx, netuid, amount_unstaked)
    most = max_amount_remove(ctx, netuid, limit_price)
    validate_remove_stake(
        ctx, coldkey, hotkey, netuid, amount_unstaked, most, allow_partial=allow_partial
    )
    alpha = min(amount_unstaked, most)
    unstake_from_subnet(ctx, hotkey, coldkey, coldkey, netuid, alpha, limit_price)
    clear_small_nomination(ctx, hotkey, coldkey, netuid)
    drop_pending_children_below_threshold(ctx, hotkey)
