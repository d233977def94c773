"""`SubtensorModule.move_stake`: move stake to another hotkey, on the same subnet or another."""

from __future__ import annotations

from chain_spec.pallets.subtensor import events
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.staking.exchange.validation import Transition
from local_node.runtime.pallets.subtensor.staking.move.transition import transition_stake


def move_stake(
    ctx: Context,
    origin: Origin,
    origin_hotkey: bytes,
    destination_hotkey: bytes,
    origin_netuid: int,
    destination_netuid: int,
    alpha_amount: int,
) -> None:
    """``alpha_amount`` is rao of the origin subnet's alpha."""
    coldkey = ensure_signed(origin)
    transition = Transition(
        coldkey, coldkey, origin_hotkey, destination_hotkey, origin_netuid, destination_netuid
    )
    tao = transition_stake(ctx, transition, alpha_amount)
    ctx.emit(
        events.StakeMoved,
        coldkey,
        origin_hotkey,
        origin_netuid,
        destination_hotkey,
        destination_netuid,
        tao,
    )
