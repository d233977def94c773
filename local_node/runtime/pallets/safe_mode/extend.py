"""`SafeMode.extend` and `SafeMode.force_extend`."""

from __future__ import annotations

from chain_spec.pallets import safe_mode as declared
from local_node.runtime.frame import Context, Origin, ensure_root, ensure_signed, fail
from local_node.runtime.pallets.safe_mode import deposits

U32_MAX = 2**32 - 1

ROOT_DURATION = 5 * 60 * 12
"""The extension in blocks: half a day at 12 s."""


def extend(ctx: Context, origin: Origin) -> None:
    """Extend for a deposit; Subtensor configures none, so it fails with `NotConfigured`."""
    who = ensure_signed(origin)
    until = _entered_until(ctx)
    deposits.place(ctx, who, ctx.constant(declared.constants.ExtendDepositAmount))
    _extend(ctx, until, ctx.constant(declared.constants.ExtendDuration))


def force_extend(ctx: Context, origin: Origin) -> None:
    """Extend by root."""
    ensure_root(origin)
    _extend(ctx, _entered_until(ctx), ROOT_DURATION)


def _entered_until(ctx: Context) -> int:
    until = ctx.get(declared.storage.EnteredUntil)
    if until is None:
        raise fail(declared.errors.Exited)
    return until


def _extend(ctx: Context, until: int, duration: int) -> None:
    until = min(until + duration, U32_MAX)
    ctx.set(declared.storage.EnteredUntil, until)
    ctx.emit(declared.events.Extended, until)
