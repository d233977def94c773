"""The calls of user-provided liquidity, which the chain still declares and refuses.

Each one fails with `Deprecated` for any origin: only the protocol provides liquidity to the
balancer.
"""

from __future__ import annotations

from chain_spec.pallets import swap
from local_node.runtime.frame import Context, Origin, fail


def add_liquidity(
    ctx: Context,
    origin: Origin,
    hotkey: bytes,
    netuid: int,
    tick_low: int,
    tick_high: int,
    liquidity: int,
) -> None:
    """Refused."""
    raise fail(swap.errors.Deprecated)


def remove_liquidity(
    ctx: Context, origin: Origin, hotkey: bytes, netuid: int, position_id: int
) -> None:
    """Refused."""
    raise fail(swap.errors.Deprecated)


def modify_position(
    ctx: Context,
    origin: Origin,
    hotkey: bytes,
    netuid: int,
    position_id: int,
    liquidity_delta: int,
) -> None:
    """Refused."""
    raise fail(swap.errors.Deprecated)


def toggle_user_liquidity(ctx: Context, origin: Origin, netuid: int, enable: bool) -> None:
    """Refused."""
    raise fail(swap.errors.Deprecated)


def disable_lp(ctx: Context, origin: Origin) -> None:
    """Refused."""
    raise fail(swap.errors.Deprecated)
