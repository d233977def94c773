"""Stake of which a part is locked."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.locks.lock_stake import lock_stake
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    TAO,
    by,
    started_chain,
)

ONE = 2**64


def locked_chain(amount: int = TAO) -> Context:
    ctx = started_chain()
    add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 20 * TAO)
    lock_stake(ctx, by(COLDKEY), HOTKEY, NETUID, amount)
    return ctx


def lock_of(ctx: Context, coldkey: bytes, hotkey: bytes) -> tuple[int, int] | None:
    lock = ctx.get(storage.Lock, (coldkey, NETUID, hotkey))
    return None if lock is None else (lock["locked_mass"], lock["conviction"])
