"""A delegate's take: the part of the stakers' dividends that goes to the hotkey's owner."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.arithmetic.fixed import U96F32
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import ensure
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import ensure_hotkey_exists, owns

_U16_MAX = (1 << 16) - 1


def take_of(ctx: Context, hotkey: bytes) -> int:
    """The delegate take, normalised to 65,535."""
    return int(ctx.get(storage.Delegates, hotkey))


def take_fraction(ctx: Context, hotkey: bytes) -> int:
    """The delegate take as ``U96F32``."""
    return U96F32.safe_div(U96F32.from_int(take_of(ctx, hotkey)), U96F32.from_int(_U16_MAX))


def become_delegate_if_not(ctx: Context, hotkey: bytes) -> None:
    """Make the hotkey a delegate with its current take."""
    if not ctx.contains(storage.Delegates, hotkey):
        ctx.put(storage.Delegates, hotkey, take_of(ctx, hotkey))


def ensure_take_is_owners(ctx: Context, coldkey: bytes, hotkey: bytes) -> None:
    """Require an existing hotkey and its own coldkey before a take changes."""
    ensure_hotkey_exists(ctx, hotkey)
    ensure(owns(ctx, coldkey, hotkey), errors.NonAssociatedColdKey)
