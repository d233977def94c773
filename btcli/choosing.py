"""`stake remove --interactive`: the stakes that there are, and what to take of which."""

from __future__ import annotations

from btcli.context import Context
from btcli.render.stakes import choice_table
from btcli.selection import listed
from btcli.targets import Holdings, Target
from btsdk.errors import UsageError
from btsdk.units import Alpha


def chosen(context: Context, held: Holdings) -> list[tuple[Target, str]]:
    """What a person chooses to take, with the amounts as they were typed."""
    if not held:
        raise UsageError("there is no stake to choose from")
    rows = list(held.items())
    context.output.show(choice_table(rows), to_stderr=True)
    answer = context.ask(f"Which to take from? Numbers from 1 to {len(rows)}, or all: ")
    return [
        (Target(hotkey, netuid), _amount(context, hotkey, amount))
        for (hotkey, netuid), amount in (rows[place] for place in _places(answer, len(rows)))
    ]


def _places(answer: str, count: int) -> list[int]:
    if answer.strip().lower() == "all":
        return list(range(count))
    words = listed([answer])
    known = {str(number + 1): number for number in range(count)}
    if not words or not set(words) <= set(known):
        raise UsageError(f"that is no choice: {answer!r}", hint=f"Numbers from 1 to {count}.")
    return list(dict.fromkeys(known[word] for word in words))


def _amount(context: Context, hotkey: str, held: Alpha) -> str:
    answer = context.ask(f"How much of {held} on {hotkey}, subnet {held.netuid}? Or all: ")
    if answer.lower() == "all":
        return "all"
    return Alpha.parse(answer, held.netuid).decimal()
