"""`SubtensorModule.recycle_alpha`: recycle stake, so that its alpha can be emitted again."""

from __future__ import annotations

from chain_spec.pallets.subtensor import events
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.coinbase.alpha import recycle_subnet_alpha
from local_node.runtime.pallets.subtensor.staking.burn.alpha_removal import remove_alpha


def recycle_alpha(ctx: Context, origin: Origin, hotkey: bytes, amount: int, netuid: int) -> None:
    """``amount`` is rao of alpha, limited to the stake."""
    coldkey = ensure_signed(origin)
    amount = remove_alpha(ctx, coldkey, hotkey, amount, netuid)
    recycle_subnet_alpha(ctx, netuid, amount)
    ctx.emit(events.AlphaRecycled, coldkey, hotkey, amount, netuid)
