"""The checks before stake enters, leaves or moves, with the chain's order and errors.

Invariant: nothing is written. The same functions check a call in the transaction extension, for the
pool, and in the block.
"""

from __future__ import annotations

from typing import NamedTuple

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import DispatchFailure, ensure, fail
from local_node.runtime.pallets.subtensor.coinbase.tao import can_spend
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import ensure_hotkey_exists
from local_node.runtime.pallets.subtensor.staking.exchange.settlement import min_stake
from local_node.runtime.pallets.subtensor.staking.locks.positions import ensure_available
from local_node.runtime.pallets.subtensor.staking.pool.share_pool import SharePool
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from local_node.runtime.pallets.subtensor.subnets.subnet import (
    ROOT,
    all_netuids,
    ensure_subnet_exists,
)
from local_node.runtime.pallets.swap.execution import approximate_fee, try_simulate_swap
from local_node.runtime.pallets.swap.orders import GetAlphaForTao, GetTaoForAlpha


class Transition(NamedTuple):
    """A movement of stake from one coldkey, hotkey and subnet to another."""

    origin_coldkey: bytes
    destination_coldkey: bytes
    origin_hotkey: bytes
    destination_hotkey: bytes
    origin_netuid: int
    destination_netuid: int

    @property
    def crosses_subnets(self) -> bool:
        """Whether the stake goes through pools."""
        return self.origin_netuid != self.destination_netuid

    @property
    def changes_keys(self) -> bool:
        """Whether the stake changes coldkey or hotkey."""
        return (self.origin_coldkey, self.origin_hotkey) != (
            self.destination_coldkey,
            self.destination_hotkey,
        )


def ensure_subtoken_enabled(ctx: Context, netuid: int) -> None:
    """Fail with `SubtokenDisabled` on a subnet that has not started."""
    ensure(ctx.get(storage.SubtokenEnabled, netuid), errors.SubtokenDisabled)


def validate_add_stake(
    ctx: Context,
    coldkey: bytes,
    hotkey: bytes,
    netuid: int,
    tao: int,
    max_amount: int,
    *,
    allow_partial: bool = False,
) -> None:
    """Whether a coldkey may stake; ``max_amount`` is the amount within the price limit."""
    ensure_subnet_exists(ctx, netuid)
    ensure_subtoken_enabled(ctx, netuid)
    ensure(tao >= _min_amount_with_fee(ctx, netuid), errors.AmountTooLow)
    if allow_partial:
        tao = min(max_amount, tao)
    else:
        ensure(tao <= max_amount, errors.SlippageTooHigh)
    ensure(can_spend(ctx, coldkey, tao), errors.NotEnoughBalanceToStake)
    ensure_hotkey_exists(ctx, hotkey)
    result = try_simulate_swap(ctx, netuid, GetAlphaForTao(tao))
    if result is None:
        raise fail(errors.InsufficientLiquidity)
    ensure(result.amount_paid_in >= min_stake(ctx), errors.AmountTooLow)
    ensure(result.amount_paid_out, errors.InsufficientLiquidity)
    precise = SharePool(ctx, hotkey, netuid).can_represent(result.amount_paid_out)
    ensure(precise, errors.InsufficientLiquidity)


def validate_remove_stake(
    ctx: Context,
    coldkey: bytes,
    hotkey: bytes,
    netuid: int,
    alpha: int,
    max_amount: int,
    *,
    allow_partial: bool = False,
) -> None:
    """Whether a coldkey may unstake; the whole stake may leave at any value."""
    ensure_subnet_exists(ctx, netuid)
    ensure(alpha, errors.AmountTooLow)
    held = stake_of(ctx, hotkey, coldkey, netuid)
    ensure(held >= alpha, errors.NotEnoughStakeToWithdraw)
    result = try_simulate_swap(ctx, netuid, GetTaoForAlpha(alpha))
    if result is None:
        raise fail(errors.InsufficientLiquidity)
    ensure(held == alpha or result.amount_paid_out >= min_stake(ctx), errors.AmountTooLow)
    if not allow_partial:
        ensure(alpha <= max_amount, errors.SlippageTooHigh)
    ensure_hotkey_exists(ctx, hotkey)
    ensure_available(ctx, coldkey, netuid, alpha)


def can_remove_stake(ctx: Context, coldkey: bytes, hotkey: bytes, netuid: int, alpha: int) -> bool:
    """Whether `validate_remove_stake` passes."""
    try:
        validate_remove_stake(ctx, coldkey, hotkey, netuid, alpha, alpha)
    except DispatchFailure:
        return False
    return True


def validate_unstake_all(ctx: Context, coldkey: bytes, hotkey: bytes, *, only_alpha: bool) -> None:
    """Whether `unstake_all` would unstake anything."""
    ensure_hotkey_exists(ctx, hotkey)
    unstaking_any = False
    for netuid in all_netuids(ctx):
        if only_alpha and netuid == ROOT:
            continue
        alpha = stake_of(ctx, hotkey, coldkey, netuid)
        ensure_available(ctx, coldkey, netuid, alpha)
        unstaking_any |= can_remove_stake(ctx, coldkey, hotkey, netuid, alpha)
    ensure(unstaking_any, errors.AmountTooLow)


def validate_transition(
    ctx: Context,
    transition: Transition,
    alpha: int,
    max_amount: int,
    *,
    allow_partial: bool | None = None,
    check_transfer_toggle: bool = False,
) -> None:
    """Whether stake may move; ``allow_partial`` is None without a price limit."""
    origin, destination = transition.origin_netuid, transition.destination_netuid
    ensure(transition.changes_keys or transition.crosses_subnets, errors.SameNetuid)
    for netuid in (origin, destination):
        ensure_subnet_exists(ctx, netuid)
    for netuid in (origin, destination):
        ensure_subtoken_enabled(ctx, netuid)
    ensure_hotkey_exists(ctx, transition.origin_hotkey)
    ensure_hotkey_exists(ctx, transition.destination_hotkey)
    held = stake_of(ctx, transition.origin_hotkey, transition.origin_coldkey, origin)
    ensure(alpha <= held, errors.NotEnoughStakeToWithdraw)
    if transition.crosses_subnets:
        _ensure_worth_moving(ctx, origin, alpha)
        if allow_partial is False:
            ensure(alpha <= max_amount, errors.SlippageTooHigh)
    if check_transfer_toggle:
        for netuid in (origin, destination):
            ensure(ctx.get(storage.TransferToggle, netuid), errors.TransferDisallowed)
    if transition.crosses_subnets:
        ensure_available(ctx, transition.origin_coldkey, origin, alpha)


def _ensure_worth_moving(ctx: Context, netuid: int, alpha: int) -> None:
    result = try_simulate_swap(ctx, netuid, GetTaoForAlpha(alpha))
    if result is None:
        raise fail(errors.InsufficientLiquidity)
    ensure(result.amount_paid_out > min_stake(ctx), errors.AmountTooLow)


def _min_amount_with_fee(ctx: Context, netuid: int) -> int:
    """The minimum stake plus its fee."""
    least = min_stake(ctx)
    result = try_simulate_swap(ctx, netuid, GetAlphaForTao(least))
    return least + (approximate_fee(ctx, netuid, least) if result is None else result.fee_paid)
