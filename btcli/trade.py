"""What trades of stake share: amounts in the right unit, price limits, and what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Facts
from btcli.transaction import Outcome
from btsdk.errors import AmountError, UsageError
from btsdk.units import RAO, Alpha, Tao

if TYPE_CHECKING:
    from btsdk.client import Client, View

ROOT = 0
"""The root network: one alpha is one TAO there, and no pool has a price."""


@dataclass(frozen=True)
class Limit:
    """The price limit of a trade; no price means none."""

    price: Tao | None
    allow_partial: bool


def limit(context: Context, view: View, netuid: int, *, buying: bool) -> Limit:
    """The limit for a trade now, said aloud: safe unless somebody chose otherwise."""
    partial = bool(context.setting("allow_partial_stake"))
    if not context.setting("safe_staking"):
        if context.choices.allow_partial_stake:
            raise UsageError("--partial needs a price limit, and --unsafe sets none")
        context.output.say("Unsafe: the trade has no price limit.")
        return Limit(None, False)
    if netuid == ROOT or not view.subnet_exists(netuid):
        return Limit(None, False)
    part = tolerance(str(context.setting("tolerance")))
    price = view.price(netuid)
    shifted = within(price, part, rising=buying)
    word = "rise" if buying else "fall"
    context.output.say(
        f"Safe: the price is {price} for one alpha and may {word} by {percent(part)} to {shifted}"
        + ("; what fits is traded." if partial else "; otherwise nothing is traded.")
    )
    return Limit(shifted, partial)


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
    text = _amount_or_all(amount, everything)
    return "all" if text == "all" else Tao.parse(text)


def alpha_or_all(amount: str | None, everything: bool, netuid: int) -> Alpha | Literal["all"]:
    """What to unstake, in the subnet's own alpha."""
    text = _amount_or_all(amount, everything)
    return "all" if text == "all" else Alpha.parse(text, netuid)


def refuse_loose_amount(words: Sequence[str] | None, everything: bool) -> None:
    """`stake add -a 5` meant *all* in older versions, and might mean 5: it is money, so neither."""
    if not words:
        return
    if everything:
        raise UsageError(
            f"-a means *all* here, and {words[0]!r} beside it might be meant as the amount",
            hint=f"For an amount: --amount {words[0]}. For all: --all and nothing else.",
        )
    raise UsageError(f"{words[0]!r} belongs to no option", hint="The amount is given by --amount.")


def refuse_mev(wanted: bool) -> None:
    """Protection that is asked for and not there must not be left away in silence."""
    if wanted:
        raise UsageError(
            "hiding a transaction until it is in a block is not offered",
            hint="Leave --mev-protection away; a price limit protects a trade.",
        )


def stake_result(
    client: Client, outcome: Outcome, coldkey: str, hotkey: str, netuid: int
) -> Result:
    """The outcome, with the stake as it is now."""
    if outcome.receipt is None:
        return outcome.result(netuid=netuid, hotkey=hotkey, stake_alpha=None)
    now = client.at(outcome.receipt.block_hash).stake(coldkey, hotkey, netuid)
    facts = Facts((("stake now", f"{now} on {hotkey}, subnet {netuid}"),))
    return outcome.result(facts, netuid=netuid, hotkey=hotkey, stake_alpha=now.decimal())


def _amount_or_all(amount: str | None, everything: bool) -> str:
    if amount is not None and everything:
        raise UsageError("give either --amount or --all")
    if amount is None and not everything:
        raise UsageError("an amount is needed", hint="--amount 1.5, or --all.")
    return amount or "all"
