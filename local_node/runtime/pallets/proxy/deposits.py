"""The deposits of an account for its proxies and its announcements."""

from __future__ import annotations

from chain_spec.declare import Constant
from chain_spec.pallets import proxy as declared
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency


def for_proxies(ctx: Context, count: int) -> int:
    """The deposit for this many proxies of one account, in rao."""
    constants = declared.constants
    return _deposit(ctx, constants.ProxyDepositBase, constants.ProxyDepositFactor, count)


def for_announcements(ctx: Context, count: int) -> int:
    """The deposit for this many announcements by one account, in rao."""
    constants = declared.constants
    return _deposit(
        ctx, constants.AnnouncementDepositBase, constants.AnnouncementDepositFactor, count
    )


def settle(ctx: Context, who: bytes, held: int, due: int) -> None:
    """Reserve the difference, or return it."""
    if due > held:
        currency.reserve(ctx, who, due - held)
    elif due < held:
        currency.unreserve(ctx, who, held - due)


def _deposit(ctx: Context, base: Constant[int], factor: Constant[int], count: int) -> int:
    return ctx.constant(base) + ctx.constant(factor) * count if count else 0
