"""The prompts of `stake remove --interactive` and `stake wizard`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from btcli.accounts.selection import listed
from btcli.commands.stake.targets import Holdings, Target
from btcli.context import Context
from btcli.failures import NeedsConfirmation
from btcli.render.stakes import choice_table
from btsdk.errors import UsageError
from btsdk.ops.checks import check_alpha
from btsdk.units import Alpha

T = TypeVar("T")

_TRIES = 3
"""How often a question is asked before it fails."""


def chosen(context: Context, held: Holdings) -> list[tuple[Target, str]]:
    """Ask which stakes to remove, and how much of each."""
    if not held:
        raise UsageError("the coldkey has no stake")
    rows = list(held.items())
    context.output.show(choice_table(rows), to_stderr=True)
    places = asked(
        context,
        f"Stakes to remove (numbers from 1 to {len(rows)}, or all): ",
        lambda answer: _places(answer, len(rows)),
    )
    return [
        (Target(hotkey, netuid), amount_of(context, hotkey, amount))
        for (hotkey, netuid), amount in (rows[place] for place in places)
    ]


def asked(context: Context, question: str, read: Callable[[str], T]) -> T:
    """Ask until `read` accepts the answer, at most `_TRIES` times."""
    for left in reversed(range(_TRIES)):
        try:
            return read(context.ask(question))
        except NeedsConfirmation:
            raise
        except UsageError as error:
            if not left:
                raise
            context.output.warn(f"{error.message}. {error.hint or ''}".rstrip())
    raise AssertionError("unreachable: the last try returns or raises")


def _places(answer: str, count: int) -> list[int]:
    if answer.strip().lower() == "all":
        return list(range(count))
    words = listed([answer])
    known = {str(number + 1): number for number in range(count)}
    if not words or not set(words) <= set(known):
        raise UsageError(
            f"invalid choice: {answer!r}", hint=f"Type numbers from 1 to {count}, or all."
        )
    return list(dict.fromkeys(known[word] for word in words))


def amount_of(context: Context, hotkey: str, held: Alpha) -> str:
    """Ask how much of a stake to take: an amount as text, or "all"."""

    def read(answer: str) -> str:
        if answer.lower() == "all":
            return "all"
        wanted = Alpha.parse(answer, held.netuid)
        check_alpha(wanted, held.netuid)
        if wanted > held:
            raise UsageError(f"{wanted:,} is more than the stake, {held:,}")
        return wanted.decimal()

    question = f"Amount of {held:,} on {hotkey}, subnet {held.netuid} (or all): "
    return asked(context, question, read)
