"""`SubtensorModule.add_stake_limit`: `add_stake` up to a price."""

from __future__ import annotations

from local_node.runtime.frame.context import Context
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import owner_of
from local_node.runtime.pallets.subtensor.staking.exchange.settlement import stake_into_subnet
from local_node.runtime.pallets.subtensor.staking.exchange.validation import validate_add_stake
from local_node.runtime.pallets.subtensor.staking.pool.price_limits import (
    ensure_buy_within_reserve,
    max_amount_add,
)
from local_node.runtime.pallets.subtensor.staking.take.delegate_take import become_delegate_if_not


def add_stake_limit(
    ctx: Context,
    origin: Origin,
    hotkey: bytes,
    netuid: int,
    amount_staked: int,
    limit_price: int,
    allow_partial: bool,
) -> None:
    """``limit_price`` is rao of TAO per alpha; all or nothing unless ``allow_partial`` is set."""
    coldkey = ensure_signed(origin)
    stake_up_to_price(
        ctx, coldkey, hotkey, netuid, amount_staked, limit_price, allow_partial=allow_partial
    )


def stake_up_to_price(
    ctx: Context,
    coldkey: bytes,
    hotkey: bytes,
    netuid: int,
    tao: int,
    limit: int,
    *,
    allow_partial: bool,
) -> int:
    """Check and stake; return the alpha bought."""
    ensure_buy_within_reserve(ctx, netuid, tao)
    most = max_amount_add(ctx, netuid, limit)
    validate_add_stake(ctx, coldkey, hotkey, netuid, tao, most, allow_partial=allow_partial)
    if owner_of(ctx, hotkey) != coldkey:
        become_delegate_if_not(ctx, hotkey)
    return stake_into_subnet(ctx, hotkey, coldkey, netuid, min(tao, most), limit)
