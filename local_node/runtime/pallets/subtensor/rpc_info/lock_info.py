"""Locks of alpha, and their conviction."""

from __future__ import annotations

from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.locks.positions import position_of
from local_node.runtime.pallets.subtensor.staking.locks.subnet_king import (
    hotkey_conviction,
    subnet_king,
)


def get_coldkey_lock(ctx: Context, coldkey: bytes, netuid: int) -> dict[str, int] | None:
    """The coldkey's lock on the subnet, rolled to the current block."""
    position = position_of(ctx, coldkey, netuid)
    return None if position is None else position.lock._asdict()


def get_hotkey_conviction(ctx: Context, hotkey: bytes, netuid: int) -> int:
    """The conviction of a hotkey, a U64F64."""
    return hotkey_conviction(ctx, hotkey, netuid)


def get_most_convicted_hotkey_on_subnet(ctx: Context, netuid: int) -> bytes | None:
    return subnet_king(ctx, netuid)
