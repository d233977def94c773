"""`SubtensorModule.burn_alpha`: burn stake; its alpha stays issued, without an owner."""

from __future__ import annotations

from chain_spec.pallets.subtensor import events
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.coinbase.alpha import burn_subnet_alpha
from local_node.runtime.pallets.subtensor.staking.burn.alpha_removal import remove_alpha


def burn_alpha(ctx: Context, origin: Origin, hotkey: bytes, amount: int, netuid: int) -> None:
    """``amount`` is rao of alpha, limited to the stake."""
    burn_stake(ctx, ensure_signed(origin), hotkey, amount, netuid)


def burn_stake(ctx: Context, coldkey: bytes, hotkey: bytes, amount: int, netuid: int) -> None:
    """Check, burn and emit the event."""
    amount = remove_alpha(ctx, coldkey, hotkey, amount, netuid)
    burn_subnet_alpha(ctx, netuid, amount)
    ctx.emit(events.AlphaBurned, coldkey, hotkey, amount, netuid)
