"""The former governance of the chain: who proposes, who votes, and the open motions.

Subtensor removed it long before spec version 425; chains of an older runtime, and the local `dev`
chain, have it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, TypedDict

from btcli.failures import NotFound
from btcli.render.blocks import Facts, Line, Table
from btcli.terminal.block import Block
from btsdk.errors import IncompatibleItem

if TYPE_CHECKING:
    from btsdk.client import View
    from btsdk.reads.governance import Proposal


class MotionDocument(TypedDict):
    """A motion: a call that passes with enough ayes."""

    hash: str
    index: int
    call: str
    arguments: Annotated[str, "as text"]
    threshold: Annotated[int, "ayes that it needs"]
    ayes: list[str]
    nays: list[str]
    end: Annotated[int, "the block from which on it can be closed in any case"]


@contextlib.contextmanager
def governance() -> Iterator[None]:
    """Turns the error of a chain without governance into one that says so."""
    try:
        yield
    except IncompatibleItem as error:
        if not error.item.startswith(("Triumvirate", "SenateMembers")):
            raise
        raise NotFound(
            "this chain has no senate and no proposals: its runtime has no such pallet",
            hint="Subtensor removed them. Root settings are made by the holder of the sudo key, "
            "those of a subnet by its owner: `btcli sudo set`.",
        ) from None


def votes_itself(view: View, account: str) -> bool:
    """Whether the account has a vote of its own: in the senate, or in the council if the senate has
    no members."""
    return account in (view.senate() or view.council())


def motion_document(motion: Proposal) -> MotionDocument:
    """A motion."""
    pallet, name, arguments = motion.call
    return {
        "hash": "0x" + motion.proposal_hash.hex(),
        "index": motion.index,
        "call": f"{pallet}.{name}",
        "arguments": _in_words(arguments),
        "threshold": motion.threshold,
        "ayes": list(motion.ayes),
        "nays": list(motion.nays),
        "end": motion.end,
    }


def motion_blocks(motions: list[MotionDocument], block: int) -> tuple[Block, ...]:
    """Facts about each motion."""
    if not motions:
        return (Line(f"There are no open motions at block {block:,}."),)
    return tuple(
        Facts(
            (
                ("call", f"{one['call']}({one['arguments']})"),
                ("ayes", f"{len(one['ayes'])} of {one['threshold']} needed"),
                *(("", account) for account in one["ayes"]),
                ("nays", str(len(one["nays"]))),
                *(("", account) for account in one["nays"]),
                ("ends", f"block {one['end']:,}"),
            ),
            title=one["hash"],
        )
        for one in motions
    )


def member_table(members: dict[str, str | None], title: str, empty: str) -> Table:
    """Accounts with the names that they published."""
    rows = [(address, name or "") for address, name in members.items()]
    return Table(("address", "name"), rows, title=title, spare=("name",), empty=empty)


def _in_words(value: object) -> str:
    """Arguments of a call as text; bytes in hex."""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_in_words(part)}" for name, part in value.items())
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_in_words, value)) + "]"
    return "0x" + value.hex() if isinstance(value, bytes) else str(value)
