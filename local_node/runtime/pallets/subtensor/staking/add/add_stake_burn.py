"""`SubtensorModule.add_stake_burn`: buy alpha and burn it at once."""

from __future__ import annotations

from chain_spec.pallets.subtensor import events
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.staking.add.add_stake import stake_at_any_price
from local_node.runtime.pallets.subtensor.staking.add.add_stake_limit import stake_up_to_price
from local_node.runtime.pallets.subtensor.staking.burn.burn_alpha import burn_stake


def add_stake_burn(
    ctx: Context, origin: Origin, hotkey: bytes, netuid: int, amount: int, limit: int | None
) -> None:
    """``amount`` is rao of TAO; ``limit`` is rao of TAO per alpha, or None."""
    coldkey = ensure_signed(origin)
    if limit is None:
        alpha = stake_at_any_price(ctx, coldkey, hotkey, netuid, amount)
    else:
        alpha = stake_up_to_price(ctx, coldkey, hotkey, netuid, amount, limit, allow_partial=False)
    burn_stake(ctx, coldkey, hotkey, alpha, netuid)
    ctx.emit(events.AddStakeBurn, netuid=netuid, hotkey=hotkey, amount=amount, alpha=alpha)
