"""What trades of stake share: amounts, price limits, and what is refused."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from btcli.context import Context
from btsdk.errors import AmountError, UsageError
from btsdk.units import RAO, Tao

if TYPE_CHECKING:
    from btsdk.client import View

ROOT = 0
"""The root network: one alpha is one TAO there, and no pool has a price."""


@dataclass(frozen=True)
class Limit:
    """The price limit of a trade; no price means none."""

    price: Tao | None
    allow_partial: bool


def limits(
    context: Context, view: View, netuids: Collection[int], *, buying: bool
) -> dict[int, Limit]:
    """The limit of a trade now on each subnet, said aloud: safe unless somebody chose otherwise."""
    if not context.setting("safe_staking"):
        if context.choices.allow_partial_stake:
            raise UsageError("--partial needs a price limit, and --unsafe sets none")
        context.output.say("Unsafe: the trade has no price limit.")
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
    """Of the subnets that there are; the root network has no price that could move."""
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
    rest = "; what fits is traded." if partial else "; otherwise nothing is traded."
    if len(prices) > 1:
        context.output.say(f"Safe: each price may {word} by {percent(part)}{rest}")
        return
    ((netuid, price),) = prices.items()
    context.output.say(
        f"Safe: the price is {price:,} for one alpha and may {word} by {percent(part)} to "
        f"{found[netuid].price:,}{rest}"
    )


def tolerance(text: str) -> Tao:
    """A part of one, exactly, as a number of billionths. Raises `UsageError` outside 0 to 1."""
    try:
        part = Tao.parse(text)
    except AmountError:
        part = Tao.from_rao(RAO)
    if part.rao >= RAO:
        raise UsageError(
            f"a tolerance is a part of one, at least 0 and below 1, not {text!r}",
            hint="0.05 is 5 %.",
        )
    return part


def percent(part: Tao) -> str:
    """A tolerance as people say it."""
    return f"{(part * 100).decimal().rstrip('0').rstrip('.')} %"


def within(price: Tao, part: Tao, *, rising: bool) -> Tao:
    """The price at the end of the tolerance, rounded towards the safe side."""
    if rising:
        return Tao.from_rao(price.rao * (RAO + part.rao) // RAO)
    return Tao.from_rao(-(-price.rao * (RAO - part.rao) // RAO))


def tao_or_all(amount: str | None, everything: bool) -> Tao | Literal["all"]:
    """What to stake."""
    text = amount_or_all(amount, everything)
    return "all" if text == "all" else Tao.parse(text)


def refuse_unexpected_amount(words: Sequence[str] | None, everything: bool) -> None:
    """`stake add -a 5` meant *all* in older versions, and might mean 5: it is money, so neither."""
    if not words:
        return
    if everything:
        raise UsageError(
            f"-a means *all* here, and {words[0]!r} beside it might be meant as the amount",
            hint=f"For an amount: --amount {words[0]}. For all: --all and nothing else.",
        )
    raise UsageError(
        f"{words[0]!r} belongs to no option",
        hint="The amount is given by --amount; lists are written with commas: --netuids 1,2.",
    )


def amount_or_all(amount: str | None, everything: bool) -> str:
    """The amount as it was written, or `all`; one of both has to be said."""
    if amount is not None and everything:
        raise UsageError("give either --amount or --all")
    if amount is None and not everything:
        raise UsageError("an amount is needed", hint="--amount 1.5, or --all.")
    return "all" if amount is None else amount
