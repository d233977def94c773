"""Root dividends: the alpha of each subnet that hotkeys owe their root stakers, and its claims.

A hotkey accrues a rate of alpha per rao of its root stake (`RootClaimable`, ``I96F32``). A staker
is owed rate times stake, minus the amount claimed (`RootClaimed`). Buying or selling root stake
changes that amount, so that only later dividends count. Claims keep the alpha or swap it to root
stake.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chain_spec.pallets.subtensor import events, storage
from local_node.runtime.arithmetic.fixed import I96F32
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.subtensor.coinbase.flows import record_protocol_outflow
from local_node.runtime.pallets.subtensor.coinbase.tao import transfer_tao_from_subnet
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import owner_of
from local_node.runtime.pallets.subtensor.staking.pool.reserves import swap_alpha_for_tao
from local_node.runtime.pallets.subtensor.staking.stake import (
    hotkey_stake,
    increase_stake,
    stake_of,
)
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, account_id
from local_node.runtime.pallets.swap.orders import MIN_PRICE

_U64_MAX = (1 << 64) - 1
_U128_MAX = (1 << 128) - 1


def accrue_root_dividends(ctx: Context, hotkey: bytes, netuid: int, amount: int) -> None:
    """Owe an amount of a subnet's alpha to the hotkey's root stakers, in proportion.

    An amount above the root stake exceeds the rate's range: it goes to the hotkey's owner.
    """
    total = I96F32.from_int(hotkey_stake(ctx, hotkey, ROOT))
    increment = I96F32.checked_div(I96F32.from_int(amount), total) or 0
    if amount > I96F32.to_u64(total):
        increase_stake(ctx, hotkey, owner_of(ctx, hotkey), netuid, amount)
        return
    rates = claimable_rates(ctx, hotkey)
    rates[netuid] = I96F32.add(rates.get(netuid, 0), increment)
    store_claimable_rates(ctx, hotkey, rates)


def claimable_rates(ctx: Context, hotkey: bytes) -> dict[int, int]:
    """Rates by netuid, in ascending order."""
    rates = ctx.get(storage.RootClaimable, hotkey)
    return dict(rates)


def store_claimable_rates(ctx: Context, hotkey: bytes, rates: dict[int, int]) -> None:
    """Write the rates of a hotkey."""
    ctx.put(storage.RootClaimable, hotkey, sorted(rates.items()))


def claimable(ctx: Context, hotkey: bytes, coldkey: bytes, netuid: int) -> int:
    """All dividends of a staker, claimed or not (``I96F32``)."""
    stake = I96F32.from_int(stake_of(ctx, hotkey, coldkey, ROOT))
    return I96F32.mul(claimable_rates(ctx, hotkey).get(netuid, 0), stake)


def owed(ctx: Context, hotkey: bytes, coldkey: bytes, netuid: int) -> int:
    """The unclaimed dividends (``I96F32``, may be negative)."""
    claimed = I96F32.from_int(ctx.get(storage.RootClaimed, (netuid, hotkey, coldkey)))
    return I96F32.sub(claimable(ctx, hotkey, coldkey, netuid), claimed)


def claim_on_subnet(
    ctx: Context,
    hotkey: bytes,
    coldkey: bytes,
    netuid: int,
    claim_type: Any,
    *,
    ignore_threshold: bool = False,
) -> None:
    """Pay out the dividends of one hotkey on one subnet; no effect below the threshold."""
    due = owed(ctx, hotkey, coldkey, netuid)
    if not ignore_threshold and due < ctx.get(storage.RootClaimableThreshold, netuid):
        return
    amount = I96F32.to_u64(due)
    if amount == 0:
        return
    if _is_swapped(claim_type, netuid):
        with ctx.transaction():
            _claim_as_root_stake(ctx, hotkey, coldkey, netuid, amount)
    else:
        increase_stake(ctx, hotkey, coldkey, netuid, amount)
    _change_claimed(ctx, netuid, hotkey, coldkey, amount)


def claim_root_dividends(
    ctx: Context, coldkey: bytes, subnets: set[int] | None = None
) -> tuple[int, int]:
    """Claim from every hotkey of the coldkey, on the given subnets or on all.

    Returns the number of hotkeys, and the number of their claims, paid out or below the threshold.
    """
    claims = 0
    with ctx.transaction():
        hotkeys = ctx.get(storage.StakingHotkeys, coldkey)
        for hotkey in hotkeys:
            claim_type = ctx.get(storage.RootClaimType, coldkey)
            for netuid in claimable_rates(ctx, hotkey):
                if subnets is None or netuid in subnets:
                    claim_on_subnet(ctx, hotkey, coldkey, netuid, claim_type)
                    claims += 1
        ctx.emit(events.RootClaimed, coldkey=coldkey)
    return len(hotkeys), claims


def note_root_stake_added(ctx: Context, hotkey: bytes, coldkey: bytes, amount: int) -> None:
    """Count past dividends of new root stake as claimed."""
    _shift_claimed(ctx, hotkey, coldkey, amount, lambda claimed, past: claimed + past)


def note_root_stake_removed(ctx: Context, hotkey: bytes, coldkey: bytes, amount: int) -> None:
    """Reduce the claimed amount in proportion to the removed root stake."""
    _shift_claimed(
        ctx, hotkey, coldkey, amount, lambda claimed, past: claimed - past, skip_root=True
    )


def finalize_subnet_dividends(ctx: Context, netuid: int) -> None:
    """Delete all root dividends of a dissolved subnet."""
    for hotkey in list(ctx.keys(storage.RootClaimable)):
        rates = claimable_rates(ctx, hotkey)
        rates.pop(netuid, None)
        store_claimable_rates(ctx, hotkey, rates)
    ctx.clear_prefix(storage.RootClaimed, netuid)


def _is_swapped(claim_type: Any, netuid: int) -> bool:
    if isinstance(claim_type, tuple):
        return netuid not in claim_type[1]["subnets"]
    return bool(claim_type == "Swap")


def _claim_as_root_stake(
    ctx: Context, hotkey: bytes, coldkey: bytes, netuid: int, alpha: int
) -> None:
    """Sell the alpha without fees and stake the TAO on root."""
    sale = swap_alpha_for_tao(ctx, netuid, alpha, MIN_PRICE, drop_fees=True)
    tao = sale.amount_paid_out
    transfer_tao_from_subnet(ctx, netuid, account_id(ROOT), tao)
    _add(ctx, storage.SubnetRootSellTao, netuid, tao)
    record_protocol_outflow(ctx, netuid, tao)
    increase_stake(ctx, hotkey, coldkey, ROOT, tao)
    _add(ctx, storage.SubnetTAO, ROOT, tao)
    _add(ctx, storage.SubnetAlphaOut, ROOT, tao)
    _add(ctx, storage.TotalStake, (), tao)
    note_root_stake_added(ctx, hotkey, coldkey, tao)


def _shift_claimed(
    ctx: Context,
    hotkey: bytes,
    coldkey: bytes,
    amount: int,
    shift: Callable[[int, int], int],
    *,
    skip_root: bool = False,
) -> None:
    for netuid, rate in claimable_rates(ctx, hotkey).items():
        if skip_root and netuid == ROOT:
            continue
        past = I96F32.to_unsigned(I96F32.mul(rate, I96F32.from_int(amount)), 128)
        key = (netuid, hotkey, coldkey)
        claimed = shift(ctx.get(storage.RootClaimed, key), past)
        ctx.put(storage.RootClaimed, key, max(0, min(claimed, _U128_MAX)))


def _change_claimed(ctx: Context, netuid: int, hotkey: bytes, coldkey: bytes, amount: int) -> None:
    key = (netuid, hotkey, coldkey)
    ctx.mutate(storage.RootClaimed, key, lambda claimed: min(claimed + amount, _U128_MAX))


def _add(ctx: Context, item: Any, key: Any, amount: int) -> None:
    ctx.mutate(item, key, lambda total: min(total + amount, _U64_MAX))
