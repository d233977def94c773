"""`sudo_set_alpha_values`: the range of liquid alpha, which moves a validator's bonds."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context, Origin, ensure
from local_node.runtime.pallets.subtensor.owners import (
    ensure_owner_or_root_within,
    ensure_window_open,
    record_owner_update,
)
from local_node.runtime.pallets.subtensor.rate_limits import hyperparameter_update

_UPDATE = hyperparameter_update("AlphaValues")
# A fortieth, in parts of 65,535.
_MIN_ALPHA = 0xFFFF // 40


def sudo_set_alpha_values(
    ctx: Context, origin: Origin, netuid: int, alpha_low: int, alpha_high: int
) -> None:
    """Set the range, by the owner or root, while liquid alpha is enabled."""
    owner = ensure_owner_or_root_within(ctx, origin, netuid, [_UPDATE])
    ensure_window_open(ctx, netuid)
    ensure(ctx.get(storage.LiquidAlphaOn, netuid), errors.LiquidAlphaDisabled)
    ensure(alpha_high >= _MIN_ALPHA, errors.AlphaHighTooLow)
    ensure(_MIN_ALPHA <= alpha_low <= alpha_high, errors.AlphaLowOutOfRange)

    ctx.put(storage.AlphaValues, netuid, (alpha_low, alpha_high))
    record_owner_update(ctx, owner, netuid, [_UPDATE])
