"""Estimates of stake trades at one block, and the refusals to expect.

The checks are in the chain's order, so that the first refusal is the chain's error.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from btsdk.constants import subtensor as constants
from btsdk.errors import IncompatibleItem, RpcError
from btsdk.ops.checks import ROOT
from btsdk.reads.pools import pool
from btsdk.reads.prices import Quote, quote_stake, quote_unstake
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import constant
from btsdk.tx.operation import Refusal
from btsdk.units import Alpha, Tao

NOTABLE_IMPACT = 100
"""Basis points of price impact from which a preview warns."""

SLACK = 1_000
"""Rao by which the amount that fits may differ from the chain's fixed-point result."""

_M = TypeVar("_M", Tao, Alpha)


@dataclass(frozen=True)
class Trade(Generic[_M]):
    """How much of `wanted` is traded, and at which quote. `refusal` is None if the chain accepts
    the trade."""

    wanted: _M
    traded: _M
    quote: Quote | None
    refusal: Refusal | None = None
    looked_at: bool = True

    @property
    def evaluated(self) -> bool:
        """Whether the price was checked and does not prevent the trade."""
        return self.looked_at and self.refusal is None

    @property
    def stays(self) -> _M:
        """The amount that a price limit leaves untraded."""
        return self.wanted - self.traded


def buying(
    at: BlockContext, netuid: int, amount: Tao, limit: Tao | None, *, partial: bool
) -> Program[Trade[Tao]]:
    """The trade of a stake of `amount` TAO; the subnet must exist and be open."""
    found = None if netuid == ROOT else (yield from pool(at, netuid))
    refusal, traded = None, amount
    if found is not None and amount > found.most_tao:
        refusal = _too_much(found.most_tao)
    elif amount.rao < min_stake(at):
        refusal = _too_little(at, amount)
    elif found is not None and limit is not None:
        fits = found.tao_within(limit)
        refusal, traded = _limited(amount, fits, partial=partial)
    if refusal is not None:
        return Trade(amount, amount, None, refusal)
    quote = yield from stake_quote(at, netuid, traded)
    if quote is not None and not quote.alpha:
        refusal = _NOT_FILLED
    elif quote is not None and (traded - quote.tao_fee).rao < min_stake(at):
        refusal = _too_little(at, traded)
    return Trade(amount, traded, quote, refusal)


def selling(
    at: BlockContext, amount: Alpha, held: Alpha, limit: Tao | None, *, partial: bool
) -> Program[Trade[Alpha]]:
    """The trade of an unstake of `amount` of the `held` alpha; the subnet must exist."""
    netuid = amount.netuid
    found = None if netuid == ROOT else (yield from pool(at, netuid))
    if found is not None and amount > found.most_alpha:
        return Trade(amount, amount, None, _too_much(found.most_alpha))
    whole = yield from unstake_quote(at, amount)
    if whole is not None:
        refusal = _sale_refusal(at, whole, everything=amount == held)
        if refusal is not None:
            return Trade(amount, amount, whole, refusal)
    if found is None or limit is None:
        return Trade(amount, amount, whole)
    refusal, traded = _limited(amount, found.alpha_within(limit), partial=partial)
    quote = whole
    if refusal is None and traded != amount:
        quote = yield from unstake_quote(at, traded)
    return Trade(amount, traded, quote, refusal)


def stake_quote(at: BlockContext, netuid: int, amount: Tao) -> Program[Quote | None]:
    """The chain's simulation of a stake; None if it has none, or the pool cannot fill it."""
    try:
        return (yield from quote_stake(at, netuid, amount))
    except (IncompatibleItem, RpcError):
        return None


def unstake_quote(at: BlockContext, amount: Alpha) -> Program[Quote | None]:
    """As `stake_quote`, for an unstake."""
    try:
        return (yield from quote_unstake(at, amount))
    except (IncompatibleItem, RpcError):
        return None


def price_warnings(quote: Quote | None, limit: Tao | None) -> tuple[str, ...]:
    """Warnings about price impact and a missing price limit."""
    if quote is None:
        return ("the chain could not estimate the trade",)
    found: list[str] = []
    if quote.impact >= NOTABLE_IMPACT:
        percent = f"{quote.impact / 100:.2f}"
        found.append(f"price impact and swap fee take {percent} % of the amount")
    if limit is None:
        found.append("no price limit is set: the price may move before inclusion")
    return tuple(found)


def _limited(amount: _M, fits: _M, *, partial: bool) -> tuple[Refusal | None, _M]:
    """The refusal by the price limit, or the amount that it lets through."""
    if not fits:
        reason = "the price is at the limit or past it: nothing can be traded"
        return Refusal("Swap.PriceLimitExceeded", reason), amount
    if amount.rao <= fits.rao + SLACK:
        return None, amount
    if partial:
        return None, fits
    reason = f"only {fits:,} of {amount:,} fits within the price limit"
    return Refusal("SubtensorModule.SlippageTooHigh", reason), amount


def _sale_refusal(at: BlockContext, quote: Quote, *, everything: bool) -> Refusal | None:
    if not quote.tao and not everything:
        return _NOT_FILLED
    least = min_stake(at)
    if everything or quote.tao.rao >= least:
        return None
    reason = f"it gives {quote.tao:,}, and the chain sells no less than {Tao.from_rao(least):,}"
    return Refusal("SubtensorModule.AmountTooLow", f"{reason} unless all is sold")


def min_stake(at: BlockContext) -> int:
    """The least amount of a stake operation; zero if the runtime does not declare it."""
    try:
        return constant(at, constants.InitialMinStake)
    except IncompatibleItem:
        return 0


def _too_little(at: BlockContext, amount: Tao) -> Refusal:
    least = Tao.from_rao(min_stake(at))
    reason = f"{amount:,} is below the minimum stake: {least:,} and the swap fee"
    return Refusal("SubtensorModule.AmountTooLow", reason)


def _too_much(most: Tao | Alpha) -> Refusal:
    reason = f"the subnet's pool takes at most {most:,} in one trade"
    return Refusal("SubtensorModule.InsufficientLiquidity", reason)


_NOT_FILLED = Refusal(
    "SubtensorModule.InsufficientLiquidity", "the subnet's pool cannot fill the trade"
)
