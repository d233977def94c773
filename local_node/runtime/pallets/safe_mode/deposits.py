"""The deposits of safe mode, by account and block: placed, released, slashed.

`SafeMode.release_deposit`, `SafeMode.force_release_deposit`, `SafeMode.force_slash_deposit`.
"""

from __future__ import annotations

from chain_spec.pallets import safe_mode as declared
from local_node.runtime.frame import (
    Context,
    DispatchFailure,
    Origin,
    ensure,
    ensure_root,
    ensure_signed,
    fail,
)
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.safe_mode.mode import is_entered

REASON = ("SafeMode", "EnterOrExtend")

U32_MAX = 2**32 - 1


def place(ctx: Context, who: bytes, amount: int | None) -> None:
    """Hold the deposit of an account that has none; fails with `NotConfigured` without an
    amount."""
    if amount is None:
        raise fail(declared.errors.NotConfigured)
    ensure(not currency.held(ctx, REASON, who), declared.errors.AlreadyDeposited)
    try:
        currency.hold(ctx, REASON, who, amount)
    except DispatchFailure:
        raise fail(declared.errors.CurrencyError) from None
    ctx.put(declared.storage.Deposits, (who, ctx.block_number), amount)
    ctx.emit(declared.events.DepositPlaced, who, amount)


def release_deposit(ctx: Context, origin: Origin, account: bytes, block: int) -> None:
    """Release by any account after a delay; Subtensor configures none (`NotConfigured`)."""
    ensure_signed(origin)
    amount = _take(ctx, account, block)
    ensure(not is_entered(ctx), declared.errors.Entered)
    delay = ctx.constant(declared.constants.ReleaseDelay)
    if delay is None:
        raise fail(declared.errors.NotConfigured)
    earliest = min(block + delay, U32_MAX)
    ensure(ctx.block_number > earliest, declared.errors.CannotReleaseYet)
    _release(ctx, account, amount)


def force_release_deposit(ctx: Context, origin: Origin, account: bytes, block: int) -> None:
    """Release by root, at any time."""
    ensure_root(origin)
    _release(ctx, account, _take(ctx, account, block))


def force_slash_deposit(ctx: Context, origin: Origin, account: bytes, block: int) -> None:
    """Burn the deposit, by root."""
    ensure_root(origin)
    amount = _take(ctx, account, block)
    currency.burn_held(ctx, REASON, account, amount)
    ctx.emit(declared.events.DepositSlashed, account, amount)


def _take(ctx: Context, account: bytes, block: int) -> int:
    amount = ctx.take(declared.storage.Deposits, (account, block))
    if amount is None:
        raise fail(declared.errors.NoDeposit)
    return amount


def _release(ctx: Context, account: bytes, amount: int) -> None:
    released = currency.release(ctx, REASON, account, amount)
    ctx.emit(declared.events.DepositReleased, account, released)
