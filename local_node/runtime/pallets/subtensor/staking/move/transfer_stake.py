"""`SubtensorModule.transfer_stake`: transfer stake to another coldkey."""

from __future__ import annotations

from chain_spec.pallets.subtensor import events
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.staking.exchange.validation import Transition
from local_node.runtime.pallets.subtensor.staking.move.transition import transition_stake


def transfer_stake(
    ctx: Context,
    origin: Origin,
    destination_coldkey: bytes,
    hotkey: bytes,
    origin_netuid: int,
    destination_netuid: int,
    alpha_amount: int,
) -> None:
    """``alpha_amount`` is rao of the origin subnet's alpha."""
    coldkey = ensure_signed(origin)
    transition = Transition(
        coldkey, destination_coldkey, hotkey, hotkey, origin_netuid, destination_netuid
    )
    tao = transition_stake(ctx, transition, alpha_amount, check_transfer_toggle=True)
    ctx.emit(
        events.StakeTransferred,
        coldkey,
        destination_coldkey,
        hotkey,
        origin_netuid,
        destination_netuid,
        tao,
    )
