"""The checks before stake enters, leaves or moves; nothing is written."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.pallets.subtensor.staking.exchange import validation
from local_node.runtime.pallets.subtensor.staking.exchange.validation import Transition
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    HOTKEY_2,
    NETUID,
    OTHER,
    TAO,
    fails,
    started_chain,
)

MOST = 2**64 - 1


def test_what_may_enter() -> None:
    ctx = started_chain()
    validation.validate_add_stake(ctx, COLDKEY, HOTKEY, NETUID, TAO, MOST)
    assert ctx.get(storage.TotalHotkeyAlpha, (HOTKEY, NETUID)) == 0
    with fails(errors.SubnetNotExists):
        validation.validate_add_stake(ctx, COLDKEY, HOTKEY, 9, TAO, MOST)
    with fails(errors.AmountTooLow):
        validation.validate_add_stake(ctx, COLDKEY, HOTKEY, NETUID, 1, MOST)
    with fails(errors.SlippageTooHigh):
        validation.validate_add_stake(ctx, COLDKEY, HOTKEY, NETUID, TAO, TAO - 1)
    validation.validate_add_stake(ctx, COLDKEY, HOTKEY, NETUID, TAO, TAO - 1, allow_partial=True)
    with fails(errors.NotEnoughBalanceToStake):
        validation.validate_add_stake(ctx, b"\x77" * 32, HOTKEY, NETUID, TAO, MOST)
    with fails(errors.HotKeyAccountNotExists):
        validation.validate_add_stake(ctx, COLDKEY, b"\x78" * 32, NETUID, TAO, MOST)
    ctx.put(storage.SubtokenEnabled, NETUID, False)
    with fails(errors.SubtokenDisabled):
        validation.validate_add_stake(ctx, COLDKEY, HOTKEY, NETUID, TAO, MOST)


def test_what_may_leave() -> None:
    ctx = started_chain()
    increase_stake(ctx, HOTKEY, COLDKEY, NETUID, TAO)
    validation.validate_remove_stake(ctx, COLDKEY, HOTKEY, NETUID, TAO // 2, MOST)
    with fails(errors.AmountTooLow):
        validation.validate_remove_stake(ctx, COLDKEY, HOTKEY, NETUID, 0, MOST)
    with fails(errors.NotEnoughStakeToWithdraw):
        validation.validate_remove_stake(ctx, COLDKEY, HOTKEY, NETUID, TAO + 1, MOST)
    with fails(errors.SlippageTooHigh):
        validation.validate_remove_stake(ctx, COLDKEY, HOTKEY, NETUID, TAO, TAO - 1)
    assert not validation.can_remove_stake(ctx, COLDKEY, HOTKEY, NETUID, 100)


def test_the_whole_stake_may_leave_at_any_value() -> None:
    ctx = started_chain()
    increase_stake(ctx, HOTKEY, COLDKEY, NETUID, 100)
    assert validation.can_remove_stake(ctx, COLDKEY, HOTKEY, NETUID, 100)
    validation.validate_unstake_all(ctx, COLDKEY, HOTKEY, only_alpha=True)
    with fails(errors.AmountTooLow):
        validation.validate_unstake_all(ctx, OTHER, HOTKEY, only_alpha=False)


def test_a_transition_changes_keys_or_subnets() -> None:
    ctx = started_chain()
    increase_stake(ctx, HOTKEY, COLDKEY, NETUID, TAO)
    still = Transition(COLDKEY, COLDKEY, HOTKEY, HOTKEY, NETUID, NETUID)
    assert not still.crosses_subnets
    assert not still.changes_keys
    with fails(errors.SameNetuid):
        validation.validate_transition(ctx, still, TAO, MOST)
    given = still._replace(destination_coldkey=OTHER)
    moved = still._replace(destination_hotkey=HOTKEY_2)
    for one in (given, moved):
        assert one.changes_keys
        validation.validate_transition(ctx, one, TAO, MOST)
        with fails(errors.NotEnoughStakeToWithdraw):
            validation.validate_transition(ctx, one, TAO + 1, MOST)
    ctx.put(storage.TransferToggle, NETUID, False)
    validation.validate_transition(ctx, given, TAO, MOST)
    with fails(errors.TransferDisallowed):
        validation.validate_transition(ctx, given, TAO, MOST, check_transfer_toggle=True)
