"""What a mistyped command or a loose word may have meant.

A suggestion has to be a likely slip of the fingers: `move` is not meant for `remove`, which does
something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_LETTERS_PER_EDIT = 3
"""A word may have one slip for so many of its letters."""

MISSING_COMMANDS: dict[tuple[str, str], str] = {
    ("stake", "move"): "SubtensorModule.move_stake",
    ("stake", "transfer"): "SubtensorModule.transfer_stake",
    ("stake", "swap"): "SubtensorModule.swap_stake",
    ("stake", "child"): "SubtensorModule.set_children",
    ("wallet", "swap-hotkey"): "SubtensorModule.swap_hotkey",
    ("wallet", "swap-coldkey"): "SubtensorModule.announce_coldkey_swap",
    ("wallet", "set-identity"): "SubtensorModule.set_identity",
    ("wallet", "associate-hotkey"): "SubtensorModule.try_associate_hotkey",
    ("subnets", "set-identity"): "SubtensorModule.set_subnet_identity",
}
"""Commands of the existing btcli that are not here, with the chain's call behind each."""


def no_command(group: str | None, typed: str, known: Iterable[str]) -> str:
    """That there is no such command, and what there is instead."""
    call = MISSING_COMMANDS.get((group or "", typed.replace("_", "-")))
    if call is not None:
        pallet, name = call.split(".")
        return (
            f"btcli has no command '{group} {typed}' yet. In Python, RawCall({pallet!r}, {name!r}, "
            "{…}) makes that call."
        )
    likely = similar(typed, known)
    meant = f" Did you mean {' or '.join(repr(name) for name in likely)}?" if likely else ""
    return f"No such command {typed!r}.{meant}"


def similar(typed: str, known: Iterable[str]) -> list[str]:
    """The known words that differ from a typed one by a slip or two; the nearest first."""
    plain = typed.lower().replace("_", "-")
    most = max(1, len(plain) // _LETTERS_PER_EDIT)
    measured = sorted((_edit_distance(plain, name), name) for name in set(known))
    return [name for slips, name in measured if slips <= most and slips < len(name)]


def unexpected_words(words: Sequence[str], options: Iterable[str]) -> tuple[str, str]:
    """What to say of words that belong to no option of a command that has these options."""
    known = set(options)
    message = f"{' '.join(words)!r} belongs to no option"
    first = words[0]
    if f"--{first}" in known:  # `config set network test`
        given = " ".join((f"--{first}", *words[1:2]))
        return message, f"Values are given by options, such as {given}."
    kind = next(kind for kind, looks in _KINDS if looks.fullmatch(first))
    named = next((one for one in _NAMING[kind] if one in known), None)
    if named is None or (kind == "name" and len(words) > 1):  # no telling what the first one names
        return message, "Values are given by options."
    return message, f"Values are given by options, such as {named} {first}."


_KINDS = (
    ("address", re.compile(r"5[1-9A-HJ-NP-Za-km-z]{47}")),
    ("number", re.compile(r"\d+")),
    ("amount", re.compile(r"[\d_]*\.?[\d_]+")),
    ("name", re.compile(r".*", re.DOTALL)),
)
_NAMING = {
    "address": ("--destination", "--ss58", "--address", "--hotkey"),
    "number": ("--netuid", "--amount"),
    "amount": ("--amount",),
    "name": ("--destination", "--wallet-name", "--network"),
}
"""What a word without an option is likely to be, and the options for it by likelihood."""


def _edit_distance(one: str, other: str) -> int:
    """Letters to add, drop, change or swap with their neighbour to make one word of the other."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, wanted in enumerate(other, 1):
            best = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != wanted))
            swapped = (
                row > 1 and column > 1 and (letter, one[row - 2]) == (other[column - 2], wanted)
            )
            if swapped:
                best = min(best, before[column - 2] + 1)
            now.append(best)
        before, last = last, now
    return last[-1]
