"""`SubtensorModule.add_stake`: a coldkey buys alpha on a subnet, held on a hotkey."""

from __future__ import annotations

from local_node.runtime.frame.context import Context
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.staking.exchange.settlement import stake_into_subnet
from local_node.runtime.pallets.subtensor.staking.exchange.validation import validate_add_stake
from local_node.runtime.pallets.subtensor.staking.pool.price_limits import ensure_buy_within_reserve
from local_node.runtime.pallets.swap.orders import MAX_PRICE


def add_stake(ctx: Context, origin: Origin, hotkey: bytes, netuid: int, amount_staked: int) -> None:
    """``amount_staked`` is rao of TAO, fee included."""
    stake_at_any_price(ctx, ensure_signed(origin), hotkey, netuid, amount_staked)


def stake_at_any_price(ctx: Context, coldkey: bytes, hotkey: bytes, netuid: int, tao: int) -> int:
    """Check and stake; return the alpha bought."""
    ensure_buy_within_reserve(ctx, netuid, tao)
    validate_add_stake(ctx, coldkey, hotkey, netuid, tao, tao)
    return stake_into_subnet(ctx, hotkey, coldkey, netuid, tao, MAX_PRICE)
