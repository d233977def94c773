"""The settlement of staking and unstaking: TAO, pool, shares, fees, flows, locks and the event.

Every stake that enters or leaves a subnet is settled here. Invariant: the caller has made the
checks; a failure part-way raises, and the dispatcher undoes the writes. The block author gets the
swap fee; fees in alpha are sold for TAO.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import constants, errors, events, storage
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import DispatchFailure, ensure
from local_node.runtime.pallets.aura.slot import author as block_author
from local_node.runtime.pallets.subtensor.coinbase.alpha import burn_subnet_alpha
from local_node.runtime.pallets.subtensor.coinbase.flows import (
    record_tao_inflow,
    record_tao_outflow,
)
from local_node.runtime.pallets.subtensor.coinbase.tao import (
    burn_tao,
    transfer_tao_from_subnet,
    transfer_tao_to_subnet,
)
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import note_staking_hotkey
from local_node.runtime.pallets.subtensor.staking.locks.lock_transfer import transfer_lock
from local_node.runtime.pallets.subtensor.staking.locks.positions import cleanup_lock
from local_node.runtime.pallets.subtensor.staking.pool.reserves import (
    swap_alpha_for_tao,
    swap_tao_for_alpha,
)
from local_node.runtime.pallets.subtensor.staking.pool.share_pool import SharePool
from local_node.runtime.pallets.subtensor.staking.root_claims.claim_index import (
    add_to_index,
    has_root_stake,
    remove_from_index,
)
from local_node.runtime.pallets.subtensor.staking.root_claims.dividends import (
    note_root_stake_added,
    note_root_stake_removed,
)
from local_node.runtime.pallets.subtensor.staking.stake import decrease_stake, increase_stake
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, subnet_account
from local_node.runtime.pallets.swap.orders import MIN_PRICE
from local_node.runtime.pallets.swap.pool import current_price
from local_node.runtime.pallets.swap.swap_step import SwapResult


def stake_into_subnet(
    ctx: Context,
    hotkey: bytes,
    coldkey: bytes,
    netuid: int,
    tao: int,
    limit: int,
    *,
    drop_fees: bool = False,
) -> int:
    """Turn a coldkey's TAO into stake up to a price limit in rao; return the alpha bought."""
    tao_staked = transfer_tao_to_subnet(ctx, netuid, coldkey, tao)
    result = swap_tao_for_alpha(ctx, netuid, tao_staked, limit, drop_fees=drop_fees)
    alpha = result.amount_paid_out
    ensure(alpha, errors.AmountTooLow)
    ensure(SharePool(ctx, hotkey, netuid).can_represent(alpha), errors.InsufficientLiquidity)
    increase_stake(ctx, hotkey, coldkey, netuid, alpha)
    note_staking_hotkey(ctx, coldkey, hotkey)
    _pay_tao_fee(ctx, netuid, result.fee_to_block_author)
    record_tao_inflow(ctx, netuid, result.amount_paid_in)
    cleanup_lock(ctx, coldkey, netuid)
    _note_stake_block(ctx, coldkey, hotkey)
    if netuid == ROOT:
        note_root_stake_added(ctx, hotkey, coldkey, alpha)
        add_to_index(ctx, coldkey)
    ctx.emit(events.StakeAdded, coldkey, hotkey, tao_staked, alpha, netuid, result.fee_paid)
    return alpha


def unstake_from_subnet(
    ctx: Context,
    hotkey: bytes,
    coldkey: bytes,
    beneficiary: bytes,
    netuid: int,
    alpha: int,
    limit: int,
    *,
    drop_fees: bool = False,
) -> int:
    """Turn stake into the beneficiary's TAO down to a price limit in rao; return the TAO paid.

    Alpha that the limit keeps from being sold returns to the stake.
    """
    decrease_stake(ctx, hotkey, coldkey, netuid, alpha)
    result = swap_alpha_for_tao(ctx, netuid, alpha, limit, drop_fees=drop_fees)
    unsold = alpha - result.amount_paid_in - result.fee_paid
    if unsold > 0:
        increase_stake(ctx, hotkey, coldkey, netuid, unsold)
    transfer_tao_from_subnet(ctx, netuid, beneficiary, result.amount_paid_out)
    fee_outflow = _pay_alpha_fee(ctx, netuid, result.fee_to_block_author)
    if netuid == ROOT:
        note_root_stake_removed(ctx, hotkey, coldkey, alpha)
        if not has_root_stake(ctx, coldkey):
            remove_from_index(ctx, coldkey)
    record_tao_outflow(ctx, netuid, result.amount_paid_out + fee_outflow)
    cleanup_lock(ctx, coldkey, netuid)
    _note_stake_block(ctx, coldkey, hotkey)
    _emit_removed(ctx, coldkey, hotkey, netuid, result)
    return result.amount_paid_out


def transfer_stake_within_subnet(
    ctx: Context,
    origin: tuple[bytes, bytes],
    destination: tuple[bytes, bytes],
    netuid: int,
    alpha: int,
) -> int:
    """Move alpha between two (coldkey, hotkey) pairs without the pool; return its value in TAO.

    A lock on the alpha moves too. Fails with `AmountTooLow` below the minimum stake.
    """
    (origin_coldkey, origin_hotkey), (coldkey, hotkey) = origin, destination
    transfer_lock(ctx, origin_coldkey, coldkey, netuid, alpha)
    decrease_stake(ctx, origin_hotkey, origin_coldkey, netuid, alpha)
    if netuid == ROOT:
        note_root_stake_removed(ctx, origin_hotkey, origin_coldkey, alpha)
    increase_stake(ctx, hotkey, coldkey, netuid, alpha)
    if netuid == ROOT:
        note_root_stake_added(ctx, hotkey, coldkey, alpha)
    worth = U64F64.to_u64(U64F64.mul(current_price(ctx, netuid), U64F64.from_int(alpha)))
    ensure(worth >= min_stake(ctx), errors.AmountTooLow)
    _note_stake_block(ctx, coldkey, hotkey)
    ctx.emit(events.StakeRemoved, origin_coldkey, origin_hotkey, worth, alpha, netuid, 0)
    ctx.emit(events.StakeAdded, coldkey, hotkey, worth, alpha, netuid, 0)
    return worth


def min_stake(ctx: Context) -> int:
    """`DefaultMinStake`: the minimum amount of staking or unstaking, in rao of TAO."""
    return int(ctx.constant(constants.InitialMinStake))


def _pay_tao_fee(ctx: Context, netuid: int, fee: int) -> None:
    """Pay the fee from the subnet's account to the author, or burn it in a block without an
    author."""
    author = block_author(ctx)
    if author is not None:
        transfer_tao_from_subnet(ctx, netuid, author, fee)
        return
    account = subnet_account(ctx, netuid)
    if account is not None:
        try:
            with ctx.transaction():
                burn_tao(ctx, account, fee)
        except DispatchFailure:
            return


def _pay_alpha_fee(ctx: Context, netuid: int, fee: int) -> int:
    """Sell the fee without fees for the author, or record it as burned; return the TAO that
    left."""
    author = block_author(ctx)
    if author is None:
        burn_subnet_alpha(ctx, netuid, fee)
        return 0
    sale = swap_alpha_for_tao(ctx, netuid, fee, MIN_PRICE, drop_fees=True)
    transfer_tao_from_subnet(ctx, netuid, author, sale.amount_paid_out)
    return sale.amount_paid_out


def _note_stake_block(ctx: Context, coldkey: bytes, hotkey: bytes) -> None:
    ctx.put(storage.LastColdkeyHotkeyStakeBlock, (coldkey, hotkey), ctx.block_number)


def _emit_removed(
    ctx: Context, coldkey: bytes, hotkey: bytes, netuid: int, result: SwapResult
) -> None:
    ctx.emit(
        events.StakeRemoved,
        coldkey,
        hotkey,
        result.amount_paid_out,
        result.amount_paid_in,
        netuid,
        result.fee_paid,
    )
