"""The rates of `pow benchmark`: JSON and table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, TypedDict, cast

from btcli.render.blocks import Table

if TYPE_CHECKING:
    from btsdk.pow.benchmark import PathRate


class PathRateDocument(TypedDict):
    """The rate of one code path."""

    name: Annotated[str, "`plain`, `batch`, or a compiled one such as `avx2`"]
    threads: int
    message_bytes: int
    seals_per_second: int
    ratio_to_plain: Annotated[float, "to the plain search on one thread, in the same run"]


def rate_document(rate: PathRate) -> PathRateDocument:
    """The JSON object of a rate."""
    rounded = {
        "seals_per_second": round(rate.seals_per_second),
        "ratio_to_plain": round(rate.ratio_to_plain, 2),
    }
    return cast(PathRateDocument, asdict(rate) | rounded)


def rate_table(rates: Sequence[PathRate]) -> Table:
    """A row for each rate."""
    return Table(
        ("path", "threads", "message", "seals/s", "to plain"),
        [
            (
                rate.name,
                str(rate.threads),
                f"{rate.message_bytes} bytes",
                f"{rate.seals_per_second:,.0f}",
                f"{rate.ratio_to_plain:,.1f} x",
            )
            for rate in rates
        ],
        right=frozenset({"threads", "message", "seals/s", "to plain"}),
    )
