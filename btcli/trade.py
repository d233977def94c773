"""Amounts and price limits of stake trades."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from btcli import unexpected_words
from btcli.context import Context
from btsdk.errors import AmountError, UsageError
from btsdk.units import RAO, Tao

if TYPE_CHECKING:
    from btsdk.client import View

ROOT = 0
"""The root network: one alpha is one TAO there, and no pool has a price."""


@dataclass(frozen=True)
class Limit:
    """The price limit of a trade; `price` None is no limit."""

    price: Tao | None
    allow_partial: bool


def limits(
    context: Context, view: View, netuids: Collection[int], *, buying: bool
) -> dict[int, Limit]:
    """The current price limit on each subnet, printed; none with `--unsafe`."""
    if not context.setting("safe_staking"):
        if context.choices.allow_partial_stake:
            raise UsageError("--partial needs a price limit; omit --unsafe")
        context.output.say("No price limit (--unsafe).")
        return dict.fromkeys(netuids, Limit(None, False))
    partial = bool(context.setting("allow_partial_stake"))
    part = tolerance(str(context.setting("tolerance")))
    prices = _prices(view, netuids)
    found = {
        netuid: Limit(within(prices[netuid], part, rising=buying), partial)
        if netuid in prices
        else Limit(None, False)
        for netuid in netuids
    }
    _say(context, prices, found, part, "rise" if buying else "fall")
    return found


def _prices(view: View, netuids: Collection[int]) -> dict[int, Tao]:
    """The prices of existing subnets, except root, whose price is constant."""
    wanted = {netuid for netuid in netuids if netuid != ROOT}
    if len(wanted) > 1:
        return {netuid: price for netuid, price in view.prices().items() if netuid in wanted}
    return {netuid: view.price(netuid) for netuid in wanted if view.subnet_exists(netuid)}


def _say(
    context: Context, prices: dict[int, Tao], found: dict[int, Limit], part: Tao, word: str
) -> None:
    if not prices:
        return
    partial = next(iter(found[netuid].allow_partial for netuid in prices))
    rest = ", else only part is traded." if partial else ", else nothing is traded."
    if len(prices) > 1:
        context.output.say(f"Price limit: each price may {word} by {percent(part)}{rest}")
        return
    ((netuid, price),) = prices.items()
    context.output.say(
        f"Price limit: the price is {price:,} per alpha and may {word} by {percent(part)} to "
        f"{found[netuid].price:,}{rest}"
    )


def tolerance(text: str) -> Tao:
    """A tolerance as an exact fraction in billionths. Raises `UsageError` outside 0 to 1."""
    try:
        part = Tao.parse(text)
    except AmountError:
        part = Tao.from_rao(RAO)
    if part.rao >= RAO:
        raise UsageError(
            f"a tolerance is at least 0 and below 1, not {text!r}",
            hint="0.05 is 5 %.",
        )
    return part


def percent(part: Tao) -> str:
    """A tolerance as a percentage."""
    return f"{(part * 100).decimal().rstrip('0').rstrip('.')} %"


def within(price: Tao, part: Tao, *, rising: bool) -> Tao:
    """The price at the end of the tolerance, rounded in favour of the user."""
    if rising:
        return Tao.from_rao(price.rao * (RAO + part.rao) // RAO)
    return Tao.from_rao(-(-price.rao * (RAO - part.rao) // RAO))


def tao_or_all(amount: str | None, everything: bool) -> Tao | Literal["all"]:
    """The amount of TAO, or "all"."""
    text = amount_or_all(amount, everything)
    return "all" if text == "all" else Tao.parse(text)


def refuse_unexpected_amount(words: Sequence[str] | None, everything: bool) -> None:
    """Refuse `stake add -a 5`: `-a` means all in older versions, but 5 may be meant."""
    if not words:
        return
    if unexpected_words.looks_secret(words):
        message, hint = unexpected_words.explain(words, ())
        raise UsageError(message, hint=hint)
    if everything:
        raise UsageError(
            f"-a means --all, and {words[0]!r} after it looks like an amount",
            hint=f"Use --amount {words[0]} for an amount, or --all alone for everything.",
        )
    raise UsageError(
        f"unexpected argument {words[0]!r}",
        hint="Use --amount for the amount, and commas in lists: --netuids 1,2.",
    )


def amount_or_all(amount: str | None, everything: bool) -> str:
    """The amount as typed, or `all`; raises `UsageError` for both or neither."""
    if amount is not None and everything:
        raise UsageError("give either --amount or --all, not both")
    if amount is None and not everything:
        raise UsageError("no amount given", hint="Use --amount 1.5 or --all.")
    return "all" if amount is None else amount
