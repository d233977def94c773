"""Options of `subnets metagraph`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Option

from btsdk.errors import UsageError

ORDERS = ("uid", "stake", "emission", "incentive", "dividends", "trust", "updated", "hotkey")

SortByOption = Annotated[
    str,
    Option(
        "--sort-by", "--sort", metavar="COLUMN",
        help="Sort by uid, stake, emission, incentive, dividends, trust, updated or hotkey.",
    ),
]  # fmt: skip
SortOrderOption = Annotated[
    str | None, Option("--sort-order", metavar="asc|desc", help="Order of the rows.")
]
MineOption = Annotated[bool, Option("--mine", help="Show only the neurons of the wallet.")]
WeightsOption = Annotated[bool, Option("--weights", help="Add the weights to the JSON.")]
BondsOption = Annotated[bool, Option("--bonds", help="Add the bonds to the JSON.")]
CsvOption = Annotated[
    Path | None, Option("--csv", metavar="FILE", help="Write the rows to a CSV file, too.")
]

_FALLS = {"asc": False, "ascending": False, "desc": True, "descending": True}


def descending(by: str, direction: str | None) -> bool | None:
    """Whether the greatest is first; None if that depends on the column. Raises for a column that
    is none of `ORDERS`."""
    if by not in ORDERS:
        raise UsageError(f"neurons are sorted by {', '.join(ORDERS)}, not {by!r}")
    if direction is None:
        return None
    found = _FALLS.get(direction.lower())
    if found is None:
        raise UsageError(f"--sort-order is asc or desc, not {direction!r}")
    return found


def _no_page(value: bool) -> bool:
    if value:
        raise UsageError("subnets metagraph has no HTML page", hint="Use --csv or --json-output.")
    return value


def _no_last(value: bool) -> bool:
    if value:
        raise UsageError("subnets metagraph keeps no earlier answer", hint="Omit --reuse-last.")
    return value


def older(
    html: Annotated[
        bool, Option("--html", "--html-output", hidden=True, callback=_no_page)
    ] = False,
    reuse_last: Annotated[bool, Option("--reuse-last", hidden=True, callback=_no_last)] = False,
) -> None:
    """Options of older versions that are refused."""
