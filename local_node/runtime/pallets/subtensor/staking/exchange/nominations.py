"""Nominations below the minimum, and pending children without enough stake.

A nominator's stake below the required minimum is sold and paid out. Invariant: a hotkey's owner is
never cleared, and a failed sale does not fail the call that caused it: the dust is then dropped.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import DispatchFailure
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import owns
from local_node.runtime.pallets.subtensor.staking.exchange.settlement import (
    min_stake,
    unstake_from_subnet,
)
from local_node.runtime.pallets.subtensor.staking.locks.positions import force_reduce_lock
from local_node.runtime.pallets.subtensor.staking.pool.share_pool import all_shares
from local_node.runtime.pallets.subtensor.staking.stake import (
    decrease_stake,
    hotkey_value,
    stake_of,
)
from local_node.runtime.pallets.subtensor.subnets.subnet import all_netuids
from local_node.runtime.pallets.swap.orders import MIN_PRICE
from local_node.runtime.pallets.swap.pool import current_price

_MILLION = 1_000_000
_U64_MAX = (1 << 64) - 1


def nominator_min_stake(ctx: Context) -> int:
    """The minimum stake of a nominator, in rao of TAO: a factor of the minimum stake."""
    factor = ctx.get(storage.NominatorMinRequiredStake)
    return int(min(min_stake(ctx) * factor, _U64_MAX) // _MILLION)


def clear_small_nomination(ctx: Context, hotkey: bytes, coldkey: bytes, netuid: int) -> None:
    """Sell and pay out a nominator's stake below the minimum."""
    if owns(ctx, coldkey, hotkey):
        return
    alpha = stake_of(ctx, hotkey, coldkey, netuid)
    least = U64F64.safe_div(U64F64.from_int(nominator_min_stake(ctx)), current_price(ctx, netuid))
    if not 0 < alpha < U64F64.to_u64(least):
        return
    try:
        unstake_from_subnet(ctx, hotkey, coldkey, coldkey, netuid, alpha, MIN_PRICE)
    except DispatchFailure:
        # As on the chain, the writes of a failed sale stay, and the shares are removed.
        left = stake_of(ctx, hotkey, coldkey, netuid)
        decrease_stake(ctx, hotkey, coldkey, netuid, left)
    force_reduce_lock(ctx, coldkey, netuid, alpha)


def clear_small_nominations(ctx: Context) -> None:
    """Check all stakes of the chain, after an increase of the minimum."""
    for hotkey, coldkey, netuid in all_shares(ctx):
        clear_small_nomination(ctx, hotkey, coldkey, netuid)


def drop_pending_children_below_threshold(ctx: Context, hotkey: bytes) -> None:
    """Drop the pending children of a hotkey with too little stake."""
    if hotkey_value(ctx, hotkey) < ctx.get(storage.StakeThreshold):
        for netuid in all_netuids(ctx):
            ctx.remove(storage.PendingChildKeys, (netuid, hotkey))
