"""Moves of stake between hotkeys, coldkeys and subnets: what `MoveStake`, `SwapStake` and
`TransferStake` share.

The checks are in the chain's order, so that the first refusal is the chain's error.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from btsdk.errors import AmountError, IncompatibleItem, RpcError, UsageError
from btsdk.ops.checks import (
    available_refusals,
    check_alpha,
    hotkey_refusals,
    no_subnet,
    subnet_refusals,
)
from btsdk.ops.trading import NOTABLE_IMPACT, SLACK, min_stake
from btsdk.reads.locks import accepts_locked_alpha, coldkey_lock
from btsdk.reads.moves import MoveQuote, alpha_within, quote_move
from btsdk.reads.pools import pool
from btsdk.reads.prices import price
from btsdk.reads.stakes import stake, stake_availability
from btsdk.reads.subnets import subnet_exists
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage
from btsdk.storage import subtensor as s
from btsdk.tx.operation import Refusal
from btsdk.units import Alpha, Tao

Refusals = tuple[Refusal, ...]


@dataclass(frozen=True)
class StakeMove:
    """Where stake comes from, and where it goes. `limit` is checked by the chain if `by_chain`,
    otherwise by the SDK alone."""

    coldkey: str
    hotkey: str
    netuid: int
    to_coldkey: str
    to_hotkey: str
    to_netuid: int
    limit: Alpha | None = None
    by_chain: bool = False
    partial: bool = False

    @property
    def crosses(self) -> bool:
        """Whether the stake is sold and bought again."""
        return self.netuid != self.to_netuid


@dataclass(frozen=True)
class Survey:
    """What a move would do at one block; `amount` is what the call names, `there`
    as much of it as is staked, `moved` what moves."""

    amount: Alpha
    there: Alpha
    moved: Alpha
    quote: MoveQuote | None
    refusals: Refusals
    warnings: tuple[str, ...]

    def effects(self, move: StakeMove) -> tuple[str, ...]:
        """What is received, what stays, and what the price limit is."""
        found: list[str] = []
        if self.moved != self.there:
            found.append(
                f"{self.there - self.moved:,} of {self.there:,} stays where it is: the price "
                "limit lets no more through"
            )
        if move.crosses and self.quote is not None and not self.refusals:
            got, rate = self.quote.received, self.quote.price
            on = f"on subnet {move.to_netuid}"
            found.append(f"it gives about {got:,} {on}, at {rate:,} there for one alpha")
        if move.limit is not None:
            rest = "the rest stays" if move.partial else "otherwise nothing is moved"
            found.append(
                f"one alpha gives at least {move.limit:,} of subnet {move.to_netuid}; {rest}"
            )
        return tuple(found)


def check_move(amount: Any, netuid: int, to_netuid: int, limit: Any) -> None:
    """Raise `UsageError` unless the amount is alpha of the one subnet, or "all", and the price
    limit alpha of the other."""
    if amount != "all":
        check_alpha(amount, netuid)
    if limit is None:
        return
    if netuid == to_netuid:
        raise UsageError("within a subnet stake moves at no price: no limit applies")
    if not isinstance(limit, Alpha) or limit.netuid != to_netuid or limit.rao <= 0:
        raise AmountError(
            f"the price limit is the least alpha of subnet {to_netuid} for one alpha of subnet "
            f"{netuid}, not {limit!r}",
            hint=f"Use Alpha.parse('0.5', netuid={to_netuid}).",
        )


def survey(at: BlockContext, move: StakeMove, amount: Alpha | Literal["all"]) -> Program[Survey]:
    """Look at a move: what the chain would refuse, and what would be received."""
    held = yield from stake(at, move.coldkey, move.hotkey, move.netuid)
    if not held:
        raise UsageError(f"{move.coldkey} has no stake on {move.hotkey} on subnet {move.netuid}")
    wanted = held if isinstance(amount, str) else amount
    warnings: tuple[str, ...] = ()
    if wanted > held:
        warnings = (f"the stake there is {held:,}: this moves all of it, not {wanted:,}",)
    there = moved = min(wanted, held)
    refusals = yield from _subnet_refusals(at, move)
    within = None
    if not refusals and move.crosses and move.limit is not None:
        within = yield from alpha_within(at, move.netuid, move.limit)
        refusals = _price_refusals(move, moved, within, wanted)
    refusals = refusals or (yield from hotkey_refusals(at, move.hotkey, move.to_hotkey))
    if refusals:
        return Survey(wanted, there, moved, None, refusals, warnings)
    quote: MoveQuote | None = None
    if move.crosses:
        refusals = yield from _cross_refusals(at, move, moved, within)
        moved = _part(move, moved, within)
        quote = yield from _quote(at, moved, move.to_netuid)
        refusals = refusals or (yield from _purchase_refusals(at, move, quote))
        warnings += _price_warnings(at, move, quote, moved)
    else:
        refusals = yield from _within_refusals(at, move, moved)
        warnings += yield from _lock_warnings(at, move, moved)
    return Survey(wanted, there, moved, quote, refusals, warnings)


def _subnet_refusals(at: BlockContext, move: StakeMove) -> Program[Refusals]:
    netuids = dict.fromkeys((move.netuid, move.to_netuid))
    for netuid in netuids:
        if not (yield from subnet_exists(at, netuid)):
            return (no_subnet(netuid),)
    for netuid in netuids:
        closed = yield from subnet_refusals(at, netuid)
        if closed:
            return closed
    return ()


def _price_refusals(move: StakeMove, moved: Alpha, within: Alpha, wanted: Alpha) -> Refusals:
    """The limit of a call without one is the SDK's: beyond it nothing is signed."""
    if move.by_chain:
        through_one_pool = 0 in (move.netuid, move.to_netuid)
        if within or not through_one_pool:
            return ()
        reason = "the price is at the limit or past it: nothing can be moved"
        return (Refusal("Swap.PriceLimitExceeded", reason),)
    if moved.rao > within.rao + SLACK:
        fits = f"only {within:,} of {wanted:,} fits" if within else "nothing fits"
        raise UsageError(
            f"{fits} within the price limit of {move.limit:,} of subnet {move.to_netuid} for one "
            "alpha",
            hint="The chain's call has no price limit, so the SDK checked it and signed nothing. "
            "Lower the limit or the amount; SwapStake has a limit that the chain keeps.",
        )
    return ()


def _part(move: StakeMove, moved: Alpha, within: Alpha | None) -> Alpha:
    return moved if within is None or not move.partial else min(moved, within)


def _cross_refusals(
    at: BlockContext, move: StakeMove, moved: Alpha, within: Alpha | None
) -> Program[Refusals]:
    """Through pools: the sale, the price limit, the permission to transfer, the lock."""
    whole = yield from _quote(at, moved, move.to_netuid)
    if whole is not None:
        if not whole.tao:
            return (_not_filled(move.netuid),)
        if whole.tao.rao <= min_stake(at):
            return (_too_little(at, whole.tao),)
    if within is not None and not move.partial and moved.rao > within.rao + SLACK:
        reason = f"only {within:,} of {moved:,} fits within the price limit"
        return (Refusal("SubtensorModule.SlippageTooHigh", reason),)
    return (yield from _toggle_refusals(at, move)) or (
        yield from available_refusals(at, move.coldkey, moved)
    )


def _purchase_refusals(
    at: BlockContext, move: StakeMove, quote: MoveQuote | None
) -> Program[Refusals]:
    if quote is None or quote.received or quote.tao.rao < min_stake(at):
        return ()
    found = yield from pool(at, move.to_netuid)
    if found is not None and quote.tao > found.most_tao:
        reason = (
            f"the pool of subnet {move.to_netuid} takes at most {found.most_tao:,} in one trade"
        )
        return (Refusal("Swap.SwapInputTooLarge", reason),)
    return (Refusal("Swap.ReservesTooLow", _not_filled(move.to_netuid).reason),)


def _within_refusals(at: BlockContext, move: StakeMove, moved: Alpha) -> Program[Refusals]:
    """Within a subnet: the permission to transfer, the receiver's lock, the least amount."""
    refusals = yield from _toggle_refusals(at, move)
    if not refusals and move.coldkey != move.to_coldkey:
        refusals = yield from _lock_refusals(at, move, moved)
    if refusals:
        return refusals
    current = yield from price(at, move.netuid)
    # The chain computes with more digits of the price than it reports: one rao more is certain.
    if moved.at(current + Tao.from_rao(1)).rao < min_stake(at):
        return (_too_little(at, moved.at(current)),)
    return ()


def _toggle_refusals(at: BlockContext, move: StakeMove) -> Program[Refusals]:
    if move.coldkey == move.to_coldkey:
        return ()
    for netuid in dict.fromkeys((move.netuid, move.to_netuid)):
        if not (yield from storage(at, s.TransferToggle, netuid)):
            reason = f"the owner of subnet {netuid} has switched transfers of stake off"
            return (Refusal("SubtensorModule.TransferDisallowed", reason),)
    return ()


def _lock_refusals(at: BlockContext, move: StakeMove, moved: Alpha) -> Program[Refusals]:
    locked = yield from _locked_part(at, move, moved)
    if not locked:
        return ()
    mine = yield from coldkey_lock(at, move.coldkey, move.netuid)
    theirs = yield from coldkey_lock(at, move.to_coldkey, move.netuid)
    if mine is not None and theirs is not None and mine.hotkey != theirs.hotkey:
        reason = f"{locked:,} of it is locked to {mine.hotkey}, and the receiver's lock is to "
        return (Refusal("SubtensorModule.LockHotkeyMismatch", reason + theirs.hotkey),)
    if not (yield from accepts_locked_alpha(at, move.to_coldkey)):
        reason = f"{locked:,} of it is locked, and {move.to_coldkey} accepts no locked alpha"
        return (Refusal("SubtensorModule.AccountRejectsLockedAlpha", reason),)
    return ()


def _lock_warnings(at: BlockContext, move: StakeMove, moved: Alpha) -> Program[tuple[str, ...]]:
    if move.coldkey == move.to_coldkey:
        return ()
    locked = yield from _locked_part(at, move, moved)
    return (f"{locked:,} of it is locked, and stays locked for the receiver",) if locked else ()


def _locked_part(at: BlockContext, move: StakeMove, moved: Alpha) -> Program[Alpha]:
    """What of the amount a lock holds: free stake moves first."""
    found = yield from stake_availability(at, move.coldkey, move.netuid)
    nothing = Alpha.zero(move.netuid)
    return nothing if not found.locked else max(moved - found.available, nothing)


def _quote(at: BlockContext, amount: Alpha, netuid: int) -> Program[MoveQuote | None]:
    try:
        return (yield from quote_move(at, amount, netuid))
    except (IncompatibleItem, RpcError):
        return None


def _price_warnings(
    at: BlockContext, move: StakeMove, quote: MoveQuote | None, moved: Alpha
) -> tuple[str, ...]:
    if quote is None:
        return ("the chain could not estimate the trade",)
    found: list[str] = []
    if not moved:
        found.append("the price is past the limit: nothing moves, and the fee is still paid")
    elif quote.tao.rao < min_stake(at):
        found.append(f"{quote.tao:,} is too little to stake: it is paid out in TAO")
    if quote.impact >= NOTABLE_IMPACT:
        percent = f"{quote.impact / 100:.2f}"
        found.append(f"price impact and swap fee take {percent} % of the amount")
    if move.limit is None:
        found.append("no price limit is set: the price may move before inclusion")
    elif not move.by_chain:
        found.append(
            f"the chain's call has no price limit: the SDK checked it at block {at.number}, and "
            "the price may move before inclusion"
        )
    return tuple(found)


def _not_filled(netuid: int) -> Refusal:
    reason = f"the pool of subnet {netuid} cannot fill the trade"
    return Refusal("SubtensorModule.InsufficientLiquidity", reason)


def _too_little(at: BlockContext, worth: Tao) -> Refusal:
    least = Tao.from_rao(min_stake(at))
    reason = f"it is worth {worth:,}, and the chain moves no less than {least:,}"
    return Refusal("SubtensorModule.AmountTooLow", reason)
