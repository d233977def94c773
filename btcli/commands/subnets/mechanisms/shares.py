"""The mechanisms of a subnet as documents and as a table."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, TypedDict

from btcli.render.blocks import Table
from btsdk.ops.shares import percent
from btsdk.reads.mechanisms import SPLIT_TOTAL, Mechanisms


class MechanismDocument(TypedDict):
    """The share of a mechanism in the emission of its subnet."""

    mechanism: int
    parts: Annotated[int, "of 65,535"]
    percent: Annotated[str, "rounded to four decimal places"]


def mechanism_documents(found: Mechanisms) -> list[MechanismDocument]:
    """The shares for JSON."""
    return [
        {"mechanism": number, "parts": parts, "percent": _percent(parts).removesuffix(" %")}
        for number, parts in enumerate(found.shares)
    ]


def mechanism_table(found: Mechanisms) -> Table:
    """A row for each mechanism."""
    how = "equal shares" if found.split is None else "as the owner has set them"
    return Table(
        ("mechanism", "share", f"parts of {SPLIT_TOTAL:,}"),
        [(str(number), _percent(parts), f"{parts:,}") for number, parts in enumerate(found.shares)],
        title=f"Shares in the emission of subnet {found.netuid}: {how}",
        right=frozenset({"mechanism", "share", f"parts of {SPLIT_TOTAL:,}"}),
    )


def _percent(parts: int) -> str:
    return percent(Fraction(parts, SPLIT_TOTAL))
