"""Fees in alpha, for stakers without TAO who sell or destroy stake.

Only calls that take alpha from one hotkey on one subnet can be paid in alpha. Alpha worth the fee
is sold without swap fees for the block's author. Invariant: the charge is final, without a refund,
and the event `TransactionFeePaidWithAlpha` contains the amount.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from chain_spec.pallets.subtensor import events, storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.origin import CallValue
from local_node.runtime.frame.pallet import FeeFallback
from local_node.runtime.pallets.aura.slot import author as block_author
from local_node.runtime.pallets.subtensor.staking.exchange.settlement import unstake_from_subnet
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, all_netuids
from local_node.runtime.pallets.swap.execution import alpha_for_tao_at_price

_SOURCES = {
    "remove_stake": ("hotkey", "netuid"),
    "remove_stake_limit": ("hotkey", "netuid"),
    "remove_stake_full_limit": ("hotkey", "netuid"),
    "move_stake": ("origin_hotkey", "origin_netuid"),
    "transfer_stake": ("hotkey", "origin_netuid"),
    "swap_stake": ("hotkey", "origin_netuid"),
    "swap_stake_limit": ("hotkey", "origin_netuid"),
    "recycle_alpha": ("hotkey", "netuid"),
    "burn_alpha": ("hotkey", "netuid"),
}
"""Calls of `SubtensorModule`, with the arguments that identify their stake."""
_EVERYWHERE = ("unstake_all", "unstake_all_alpha")
"""Calls that take the stake on one hotkey on every subnet."""

Source = tuple[bytes, int]
"""The hotkey and netuid of a stake."""


class Receipt(NamedTuple):
    """The amounts of a paid fee, in rao."""

    alpha: int
    tao: int
    netuid: int


def alpha_sources(ctx: Context, payer: bytes, call: CallValue) -> list[Source]:
    """The stakes from which a call takes alpha; empty for calls that must be paid in TAO."""
    pallet, inner = call
    if pallet != "SubtensorModule" or isinstance(inner, str):
        return []
    name, args = inner
    if name in _SOURCES:
        hotkey, netuid = _SOURCES[name]
        return [(args[hotkey], args[netuid])]
    if name in _EVERYWHERE:
        hotkey_of_all = args["hotkey"]
        return [
            (hotkey_of_all, netuid)
            for netuid in all_netuids(ctx)
            if ctx.get(storage.SubtokenEnabled, netuid)
            and stake_of(ctx, hotkey_of_all, payer, netuid)
        ]
    return []


def applies(ctx: Context, payer: bytes, call: CallValue) -> bool:
    """Whether the call may be paid in alpha."""
    return bool(alpha_sources(ctx, payer, call))


def can_pay(ctx: Context, payer: bytes, call: CallValue, fee: int) -> bool:
    """Whether exactly one stake is worth the fee at the current price."""
    sources = alpha_sources(ctx, payer, call)
    if len(sources) != 1:
        return False
    hotkey, netuid = sources[0]
    return stake_of(ctx, hotkey, payer, netuid) >= alpha_for_tao_at_price(ctx, netuid, fee)


def pay(ctx: Context, payer: bytes, call: CallValue, fee: int) -> Receipt:
    """Sell alpha worth the fee for the author; the whole stake if the price has fallen too far."""
    author = block_author(ctx)
    sources = alpha_sources(ctx, payer, call)
    if len(sources) != 1 or author is None:
        return Receipt(0, 0, ROOT)
    hotkey, netuid = sources[0]
    held = stake_of(ctx, hotkey, payer, netuid)
    alpha = min(alpha_for_tao_at_price(ctx, netuid, fee) or held, held)
    with ctx.transaction():
        tao = unstake_from_subnet(ctx, hotkey, payer, author, netuid, alpha, 0, drop_fees=True)
    return Receipt(alpha, tao, netuid)


def settle(ctx: Context, payer: bytes, receipt: Any) -> None:
    """Emit the event with the amount."""
    ctx.emit(
        events.TransactionFeePaidWithAlpha,
        who=payer,
        netuid=receipt.netuid,
        alpha_fee=receipt.alpha,
        tao_amount=receipt.tao,
    )


ALPHA_FEES = FeeFallback(applies, can_pay, pay, settle)
