"""Convictions of a subnet: read, as documents, and as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, TypedDict

from btcli.render.blocks import Table
from btsdk.errors import SubnetNotFound
from btsdk.units import Alpha

if TYPE_CHECKING:
    from btsdk.client import View


class ConvictionDocument(TypedDict):
    """The conviction of a hotkey on a subnet."""

    hotkey: str
    conviction_alpha: str
    locked_alpha: Annotated[str, "by all coldkeys"]
    coldkeys: Annotated[int, "how many have locked alpha to it"]


@dataclass(frozen=True)
class Conviction:
    """The conviction of a hotkey, and the locks that give it."""

    hotkey: str
    amount: Alpha
    locked: Alpha
    coldkeys: int


def convictions(view: View, netuid: int, limit: int | None) -> tuple[list[Conviction], int]:
    """The first convictions of a subnet, the greatest first, and the number of all."""
    if not view.subnet_exists(netuid):
        raise SubnetNotFound(netuid)
    known = view.subnet_convictions(netuid)
    found = []
    for hotkey, amount in list(known.items())[:limit]:
        locks = view.locks_for_hotkey(hotkey, netuid)
        locked = sum((lock.amount for lock in locks), Alpha.from_rao(0, netuid))
        found.append(Conviction(hotkey, amount, locked, len(locks)))
    return found, len(known)


def conviction_document(one: Conviction) -> ConvictionDocument:
    """A conviction for JSON."""
    return {
        "hotkey": one.hotkey,
        "conviction_alpha": one.amount.decimal(),
        "locked_alpha": one.locked.decimal(),
        "coldkeys": one.coldkeys,
    }


def conviction_table(netuid: int, found: list[Conviction]) -> Table:
    """A row for each hotkey."""
    return Table(
        ("hotkey", "conviction", "locked", "coldkeys"),
        [
            (one.hotkey, f"{one.amount:,.4}", f"{one.locked:,.4}", str(one.coldkeys))
            for one in found
        ],
        title=f"Conviction on subnet {netuid}",
        right=frozenset({"conviction", "locked", "coldkeys"}),
        spare=("coldkeys", "locked"),
        empty=f"No alpha of subnet {netuid} is locked.",
    )
