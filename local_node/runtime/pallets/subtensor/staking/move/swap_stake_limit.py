"""`SubtensorModule.swap_stake_limit`: `swap_stake` within a limit on the ratio of prices."""

from __future__ import annotations

from chain_spec.pallets.subtensor import events
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.staking.exchange.validation import Transition
from local_node.runtime.pallets.subtensor.staking.move.transition import transition_stake


def swap_stake_limit(
    ctx: Context,
    origin: Origin,
    hotkey: bytes,
    origin_netuid: int,
    destination_netuid: int,
    alpha_amount: int,
    limit_price: int,
    allow_partial: bool,
) -> None:
    """``limit_price`` is the origin's price over the destination's, times 10^9."""
    coldkey = ensure_signed(origin)
    transition = Transition(coldkey, coldkey, hotkey, hotkey, origin_netuid, destination_netuid)
    tao = transition_stake(
        ctx, transition, alpha_amount, limit=limit_price, allow_partial=allow_partial
    )
    ctx.emit(events.StakeSwapped, coldkey, hotkey, origin_netuid, destination_netuid, tao)
