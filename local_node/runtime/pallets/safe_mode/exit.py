"""`SafeMode.force_exit`, and the automatic end."""

from __future__ import annotations

from chain_spec.pallets import safe_mode as declared
from local_node.runtime.frame import Context, Origin, Weight, ensure, ensure_root
from local_node.runtime.pallets.safe_mode.mode import is_entered
from local_node.runtime.weights.cost import Weights

_LOOKED = Weights(3_058_000, proof_size=1_489, reads=1)
_EXITED = Weights(8_029_000, proof_size=1_489, reads=1, writes=1)


def force_exit(ctx: Context, origin: Origin) -> None:
    """Exit by root."""
    ensure_root(origin)
    ensure(is_entered(ctx), declared.errors.Exited)
    _exit(ctx, "Force")


def on_initialize(ctx: Context) -> Weight:
    """Exit with the first block after `EnteredUntil`."""
    until = ctx.get(declared.storage.EnteredUntil)
    if until is None or ctx.block_number <= until:
        return _LOOKED.times(1)
    _exit(ctx, "Timeout")
    return _EXITED.times(1)


def _exit(ctx: Context, reason: str) -> None:
    ctx.remove(declared.storage.EnteredUntil)
    ctx.emit(declared.events.Exited, reason)
