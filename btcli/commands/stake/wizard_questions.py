"""The questions of `stake wizard`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from btcli.accounts import selection
from btcli.commands.stake.interactive import amount_of, asked
from btcli.commands.stake.targets import Holdings, netuid_of_text
from btcli.commands.stake.trades import holdings
from btcli.context import Context
from btcli.render.stakes import choice_table
from btcli.trade import ROOT
from btsdk.errors import UsageError

if TYPE_CHECKING:
    from btsdk.client import View

Verb = Literal["move", "swap", "transfer", "remove"]
_VERBS: tuple[tuple[Verb, str], ...] = (
    ("move", "to another hotkey"),
    ("swap", "to another subnet"),
    ("transfer", "to another coldkey"),
    ("remove", "sell it for TAO"),
)


@dataclass(frozen=True)
class StakeChoice:
    """What to do with one stake. `amount` is alpha as text, or "all"; `destination` is a hotkey or
    a coldkey, or empty."""

    verb: Verb
    hotkey: str
    netuid: int
    amount: str
    destination: str = ""
    destination_netuid: int | None = None

    @property
    def to_netuid(self) -> int:
        """The subnet that receives it."""
        return self.netuid if self.destination_netuid is None else self.destination_netuid


def asked_choice(context: Context, view: View, coldkey: str) -> StakeChoice:
    """Ask what to do with which stake; raises `UsageError` if there is none."""
    held = holdings(view, coldkey)
    if not held:
        raise UsageError(f"{coldkey} has no stake", hint="`btcli stake add` makes one.")
    context.output.show(choice_table(list(held.items())), to_stderr=True)
    hotkey, netuid = _stake(context, held)
    verb = _verb(context)
    destination, to_netuid = "", None
    if verb == "move":
        destination = _hotkey(context)
    elif verb == "transfer":
        destination = _coldkey(context)
    if verb != "remove":
        to_netuid = _netuid(context, view, None if verb == "swap" else netuid, netuid)
    amount = amount_of(context, hotkey, held[hotkey, netuid])
    return StakeChoice(verb, hotkey, netuid, amount, destination, to_netuid)


def _stake(context: Context, held: Holdings) -> tuple[str, int]:
    places = list(held)
    if len(places) == 1:
        return places[0]

    def read(answer: str) -> tuple[str, int]:
        number = int(answer) if answer.isascii() and answer.isdigit() else 0
        if not 1 <= number <= len(places):
            raise UsageError(f"invalid choice: {answer!r}", hint=f"Type 1 to {len(places)}.")
        return places[number - 1]

    return asked(context, f"Stake (a number from 1 to {len(places)}): ", read)


def _verb(context: Context) -> Verb:
    listed = ", ".join(f"{verb} ({what})" for verb, what in _VERBS)

    def read(answer: str) -> Verb:
        found = [verb for verb, _ in _VERBS if answer and verb.startswith(answer.lower())]
        if len(found) != 1:
            raise UsageError(f"invalid choice: {answer!r}", hint=f"One of: {listed}.")
        return found[0]

    return asked(context, f"What to do: {listed}: ", read)


def _hotkey(context: Context) -> str:
    names = ", ".join([*context.wallet.hotkey_names(), "or an address"])
    question = f"Hotkey to receive it ({names}): "
    return asked(context, question, lambda answer: selection.hotkey(context, _given(answer)))


def _coldkey(context: Context) -> str:
    question = "Coldkey to receive it (a wallet or an address): "
    return asked(context, question, lambda answer: selection.account(context, _given(answer)))


def _netuid(context: Context, view: View, usual: int | None, origin: int) -> int:
    """Ask for a subnet; an empty answer is the `usual` one."""

    def read(answer: str) -> int:
        if not answer and usual is not None:
            return usual
        netuid = netuid_of_text(_given(answer))
        if netuid == origin and usual is None:
            raise UsageError(f"the stake is on subnet {netuid} already")
        if netuid != ROOT and not view.subnet_exists(netuid):
            raise UsageError(f"there is no subnet {netuid}")
        return netuid

    default = "" if usual is None else f" [{usual}]"
    return asked(context, f"Netuid to receive it{default}: ", read)


def _given(answer: str) -> str:
    if not answer:
        raise UsageError("no answer")
    return answer
