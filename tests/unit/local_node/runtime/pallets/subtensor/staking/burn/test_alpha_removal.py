"""What giving up alpha asks, in the order of the chain."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.burn.alpha_removal import remove_alpha
from local_node.runtime.pallets.subtensor.staking.locks.lock_stake import lock_stake
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    TAO,
    by,
    fails,
    started_chain,
)


def staked() -> Context:
    ctx = started_chain()
    add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 5 * TAO)
    return ctx


def test_refusals_in_order() -> None:
    ctx = staked()
    unknown = b"\x79" * 32
    ctx.put(storage.SubtokenEnabled, NETUID, False)
    with fails(errors.SubnetNotExists):
        remove_alpha(ctx, COLDKEY, unknown, 1, 9)
    with fails(errors.CannotBurnOrRecycleOnRootSubnet):
        remove_alpha(ctx, COLDKEY, unknown, 1, 0)
    with fails(errors.SubtokenDisabled):
        remove_alpha(ctx, COLDKEY, unknown, 1, NETUID)
    ctx.put(storage.SubtokenEnabled, NETUID, True)
    with fails(errors.HotKeyAccountNotExists):
        remove_alpha(ctx, COLDKEY, unknown, 1, NETUID)
    outstanding = ctx.get(storage.SubnetAlphaOut, NETUID)
    ctx.put(storage.SubnetAlphaOut, NETUID, 0)
    with fails(errors.InsufficientLiquidity):
        remove_alpha(ctx, COLDKEY, HOTKEY, 1, NETUID)
    ctx.put(storage.SubnetAlphaOut, NETUID, outstanding)
    lock_stake(ctx, by(COLDKEY), HOTKEY, NETUID, TAO)
    with fails(errors.StakeUnavailable):
        remove_alpha(ctx, COLDKEY, HOTKEY, 10**15, NETUID)


def test_no_more_than_is_held_is_taken() -> None:
    ctx = staked()
    held = stake_of(ctx, HOTKEY, COLDKEY, NETUID)
    assert remove_alpha(ctx, COLDKEY, HOTKEY, 7, NETUID) == 7
    assert remove_alpha(ctx, COLDKEY, HOTKEY, 10**15, NETUID) == held - 7
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == 0
