"""`Swap.set_fee_rate`: root sets the swap fee of a subnet."""

from __future__ import annotations

from chain_spec.pallets import subtensor, swap
from local_node.runtime.frame import Context, Origin, ensure, ensure_root


def set_fee_rate(ctx: Context, origin: Origin, netuid: int, rate: int) -> None:
    """``rate`` is normalised to 65,535 and bounded by `MaxFeeRate`."""
    ensure_root(origin)
    ensure(ctx.get(subtensor.storage.NetworksAdded, netuid), swap.errors.MechanismDoesNotExist)
    ensure(rate <= ctx.constant(swap.constants.MaxFeeRate), swap.errors.FeeRateTooHigh)
    ctx.put(swap.storage.FeeRate, netuid, rate)
    ctx.emit(swap.events.FeeRateSet, netuid=netuid, rate=rate)
