"""Stake: a coldkey's alpha on a hotkey on a subnet, and its value in TAO.

Amounts are rao of the subnet's alpha; on root they are rao of TAO. Invariant: a change here only
moves shares of one pool; the caller moves reserves and balances.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import note_staking_hotkey
from local_node.runtime.pallets.subtensor.staking.pool.share_pool import SharePool, shares_of_pair
from local_node.runtime.pallets.subtensor.subnets.subnet import all_netuids
from local_node.runtime.pallets.swap.execution import try_simulate_swap
from local_node.runtime.pallets.swap.orders import GetTaoForAlpha
from local_node.runtime.pallets.swap.pool import current_price

_U64_MAX = (1 << 64) - 1


def stake_of(ctx: Context, hotkey: bytes, coldkey: bytes, netuid: int) -> int:
    """Alpha of one coldkey on one hotkey."""
    return SharePool(ctx, hotkey, netuid).value_of(coldkey)


def hotkey_stake(ctx: Context, hotkey: bytes, netuid: int) -> int:
    """Alpha of all coldkeys on one hotkey."""
    return SharePool(ctx, hotkey, netuid).total()


def coldkey_stake_on_subnet(ctx: Context, coldkey: bytes, netuid: int) -> int:
    """Alpha of one coldkey on all its hotkeys."""
    hotkeys = ctx.get(storage.StakingHotkeys, coldkey)
    return min(sum(stake_of(ctx, hotkey, coldkey, netuid) for hotkey in hotkeys), _U64_MAX)


def increase_hotkey_stake(ctx: Context, hotkey: bytes, netuid: int, amount: int) -> None:
    """Increase the alpha of every coldkey on the hotkey, in proportion."""
    SharePool(ctx, hotkey, netuid).grow(amount)


def decrease_hotkey_stake(ctx: Context, hotkey: bytes, netuid: int, amount: int) -> None:
    """Decrease the alpha of every coldkey on the hotkey, in proportion."""
    SharePool(ctx, hotkey, netuid).grow(-amount)


def increase_stake(ctx: Context, hotkey: bytes, coldkey: bytes, netuid: int, amount: int) -> None:
    """Increase the alpha of one coldkey."""
    if amount:
        note_staking_hotkey(ctx, coldkey, hotkey)
    SharePool(ctx, hotkey, netuid).change(coldkey, amount)


def decrease_stake(ctx: Context, hotkey: bytes, coldkey: bytes, netuid: int, amount: int) -> None:
    """Decrease the alpha of one coldkey; no effect if it has less."""
    pool = SharePool(ctx, hotkey, netuid)
    if pool.share_of(coldkey) is not None and pool.value_of(coldkey) >= amount:
        pool.change(coldkey, -amount)


def hotkey_value(ctx: Context, hotkey: bytes) -> int:
    """The value of all stake on a hotkey in TAO, at current prices."""
    value = 0
    for netuid in all_netuids(ctx):
        alpha = U64F64.from_int(hotkey_stake(ctx, hotkey, netuid))
        value = U64F64.wrap(value + U64F64.mul(alpha, current_price(ctx, netuid)))
    return U64F64.to_u64(value)


def coldkey_value(ctx: Context, coldkey: bytes, netuid: int | None = None) -> int:
    """The value of a coldkey's stake (on one subnet) in TAO: the sale's proceeds plus its fees."""
    value = 0
    for hotkey in ctx.get(storage.StakingHotkeys, coldkey):
        for held_on, _ in shares_of_pair(ctx, hotkey, coldkey):
            if netuid in (None, held_on):
                value += _sale_value(ctx, held_on, stake_of(ctx, hotkey, coldkey, held_on))
    return value


def _sale_value(ctx: Context, netuid: int, alpha: int) -> int:
    sale = try_simulate_swap(ctx, netuid, GetTaoForAlpha(alpha))
    if sale is None:
        return 0
    price = current_price(ctx, netuid)
    fee = U64F64.to_u64(U64F64.mul(U64F64.from_int(sale.fee_paid), price))
    return min(sale.amount_paid_out + fee, _U64_MAX)
