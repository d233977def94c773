"""`SubtensorModule.remove_stake_full_limit`: sell all stake on one hotkey, or nothing."""

from __future__ import annotations

from local_node.runtime.frame.context import Context
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.staking.remove.remove_stake import remove_stake
from local_node.runtime.pallets.subtensor.staking.remove.remove_stake_limit import (
    remove_stake_limit,
)
from local_node.runtime.pallets.subtensor.staking.stake import stake_of


def remove_stake_full_limit(
    ctx: Context, origin: Origin, hotkey: bytes, netuid: int, limit_price: int | None
) -> None:
    """``limit_price`` is rao of TAO per alpha, or None."""
    coldkey = ensure_signed(origin)
    alpha = stake_of(ctx, hotkey, coldkey, netuid)
    if limit_price is None:
        remove_stake(ctx, origin, hotkey, netuid, alpha)
    else:
        remove_stake_limit(ctx, origin, hotkey, netuid, alpha, limit_price, False)
