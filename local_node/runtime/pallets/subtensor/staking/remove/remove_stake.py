"""`SubtensorModule.remove_stake`: a coldkey sells alpha of its stake for TAO."""

from __future__ import annotations

from local_node.runtime.frame.context import Context
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.staking.exchange.nominations import (
    clear_small_nomination,
    drop_pending_children_below_threshold,
)
from local_node.runtime.pallets.subtensor.staking.exchange.settlement import unstake_from_subnet
from local_node.runtime.pallets.subtensor.staking.exchange.validation import (
    ensure_subtoken_enabled,
    validate_remove_stake,
)
from local_node.runtime.pallets.subtensor.staking.pool.price_limits import (
    ensure_sale_within_reserve,
)
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from local_node.runtime.pallets.swap.orders import MIN_PRICE


def remove_stake(
    ctx: Context, origin: Origin, hotkey: bytes, netuid: int, amount_unstaked: int
) -> None:
    """``amount_unstaked`` is rao of alpha.

    It is limited to the stake: a fee paid in alpha may have reduced it just before.
    """
    coldkey = ensure_signed(origin)
    ensure_subtoken_enabled(ctx, netuid)
    alpha = min(amount_unstaked, stake_of(ctx, hotkey, coldkey, netuid))
    ensure_sale_within_reserve(ctx, netuid, alpha)
    validate_remove_stake(ctx, coldkey, hotkey, netuid, alpha, alpha)
    unstake_from_subnet(ctx, hotkey, coldkey, coldkey, netuid, alpha, MIN_PRICE)
    clear_small_nomination(ctx, hotkey, coldkey, netuid)
    drop_pending_children_below_threshold(ctx, hotkey)
