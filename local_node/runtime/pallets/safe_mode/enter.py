"""`SafeMode.enter` and `SafeMode.force_enter`."""

from __future__ import annotations

from chain_spec.pallets import safe_mode as declared
from local_node.runtime.frame import Context, Origin, ensure, ensure_root, ensure_signed
from local_node.runtime.pallets.safe_mode import deposits
from local_node.runtime.pallets.safe_mode.mode import is_entered

U32_MAX = 2**32 - 1

ROOT_DURATION = 5 * 60 * 24
"""The duration in blocks: one day at 12 s."""


def enter(ctx: Context, origin: Origin) -> None:
    """Enter for a deposit; Subtensor configures none, so it fails with `NotConfigured`."""
    who = ensure_signed(origin)
    ensure(not is_entered(ctx), declared.errors.Entered)
    deposits.place(ctx, who, ctx.constant(declared.constants.EnterDepositAmount))
    _enter(ctx, ctx.constant(declared.constants.EnterDuration))


def force_enter(ctx: Context, origin: Origin) -> None:
    """Enter by root."""
    ensure_root(origin)
    ensure(not is_entered(ctx), declared.errors.Entered)
    _enter(ctx, ROOT_DURATION)


def _enter(ctx: Context, duration: int) -> None:
    until = min(ctx.block_number + duration, U32_MAX)
    ctx.set(declared.storage.EnteredUntil, until)
    ctx.emit(declared.events.Entered, until)
