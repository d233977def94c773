"""The children of a hotkey on subnets: read, in JSON, and as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, TypedDict

from btcli.render.blocks import Table
from btsdk.ops.shares import percent
from btsdk.units import RAO, Tao

if TYPE_CHECKING:
    from btsdk.client import View
    from btsdk.reads.children import Kin, PendingChildren


class ChildDocument(TypedDict):
    """A child hotkey."""

    hotkey: str
    share: Annotated[str, "of the parent's stake, from 0 to 1"]
    take: Annotated[str, "of the parent's dividends, from 0 to 1"]


class PendingChildrenDocument(TypedDict):
    """Children that are set and do not count yet; an empty list revokes all."""

    block: Annotated[int, "they count from the first epoch after this block"]
    children: list[ChildDocument]


class SubnetChildrenDocument(TypedDict):
    """The children of a hotkey on one subnet."""

    netuid: int
    children: Annotated[list[ChildDocument], "those that count now"]
    pending: PendingChildrenDocument | None


@dataclass(frozen=True)
class Family:
    """The children of a hotkey on one subnet; `takes` has the take of each of them."""

    netuid: int
    children: Sequence[Kin] = ()
    pending: PendingChildren | None = None
    takes: dict[str, Fraction] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there are neither children nor pending ones."""
        return not self.children and self.pending is None


def families(view: View, hotkey: str, netuids: Sequence[int]) -> list[Family]:
    """The children of a hotkey on each subnet."""
    if not netuids:
        return []
    now = view.gather(*(view.ask.children(hotkey, netuid) for netuid in netuids))
    later = view.gather(*(view.ask.pending_children(hotkey, netuid) for netuid in netuids))
    found = [Family(*one) for one in zip(netuids, now, later, strict=True)]
    named = [(one.netuid, kin.hotkey) for one in found for kin in _all_kin(one)]
    pairs = list(dict.fromkeys(named))
    takes = view.gather(*(view.ask.childkey_take(child, netuid) for netuid, child in pairs))
    known = dict(zip(pairs, takes, strict=True))
    return [
        Family(
            one.netuid,
            one.children,
            one.pending,
            {kin.hotkey: known[one.netuid, kin.hotkey] for kin in _all_kin(one)},
        )
        for one in found
    ]


def family_document(family: Family) -> SubnetChildrenDocument:
    """The children of a hotkey on one subnet."""
    pending = family.pending
    return {
        "netuid": family.netuid,
        "children": _documents(family, family.children),
        "pending": None
        if pending is None
        else {"block": pending.block, "children": _documents(family, pending.children)},
    }


def family_table(hotkey: str, found: Iterable[Family]) -> Table:
    """A row for each child, the pending ones below those that count now."""
    return Table(
        ("subnet", "child", "share", "take", "pending"),
        [row for family in found for row in _rows(family)],
        title=f"Children of {hotkey}",
        right=frozenset({"subnet", "share", "take"}),
        spare=("take",),
        empty=f"{hotkey} has no children.",
    )


def decimal_share(share: Fraction) -> str:
    """A share for JSON: nine decimal places, from 0 to 1."""
    return Tao.from_rao(round(share * RAO)).decimal()


def _rows(family: Family) -> Iterator[tuple[str, str, str, str, str]]:
    netuid = str(family.netuid)
    for kin in family.children:
        yield netuid, kin.hotkey, percent(kin.share), percent(family.takes[kin.hotkey]), ""
    if family.pending is None:
        return
    after = f"block {family.pending.block}"
    for kin in family.pending.children:
        yield netuid, kin.hotkey, percent(kin.share), percent(family.takes[kin.hotkey]), after
    if not family.pending.children:
        yield netuid, "none", "", "", after


def _documents(family: Family, kin: Iterable[Kin]) -> list[ChildDocument]:
    return [
        {
            "hotkey": one.hotkey,
            "share": decimal_share(one.share),
            "take": decimal_share(family.takes[one.hotkey]),
        }
        for one in kin
    ]


def _all_kin(family: Family) -> Iterator[Kin]:
    yield from family.children
    if family.pending is not None:
        yield from family.pending.children
