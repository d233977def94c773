"""Locks of alpha and their conviction, as the runtime API answers them."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.locks.positions import position_of
from tests.unit.local_node.runtime.pallets.subtensor.chain import call, go_to
from tests.unit.local_node.runtime.pallets.subtensor.rpc_info.asking import HOTKEY, OWNER, ask


def test_without_a_lock_there_is_none(ctx: Context) -> None:
    assert ask(ctx, "get_coldkey_lock") is None
    assert ask(ctx, "get_hotkey_conviction") == 0


def test_a_lock_is_rolled_to_the_block(ctx: Context) -> None:
    call(ctx, OWNER, "lock_stake", hotkey=HOTKEY, netuid=2, amount=300)
    go_to(ctx, 5_000)
    stored = ctx.get(storage.Lock, (OWNER, 2, HOTKEY))
    found = ask(ctx, "get_coldkey_lock")
    position = position_of(ctx, OWNER, 2)
    assert position is not None
    assert found == position.lock._asdict()
    assert found["last_update"] == 5_000
    assert stored["last_update"] < 5_000
    assert ask(ctx, "get_coldkey_lock", netuid=1) is None


def test_the_owners_hotkey_has_the_conviction(ctx: Context) -> None:
    call(ctx, OWNER, "lock_stake", hotkey=HOTKEY, netuid=2, amount=300)
    assert ask(ctx, "get_hotkey_conviction") > 0
    assert ask(ctx, "get_most_convicted_hotkey_on_subnet") == HOTKEY
