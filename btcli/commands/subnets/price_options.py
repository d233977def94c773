"""Options of `subnets price`."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli.accounts.selection import listed
from btsdk.errors import UsageError
from btsdk.integers import NETUID_MAX

NetuidsOption = Annotated[
    list[str] | None,
    Option("--netuids", "--netuid", "-n", metavar="N,N,…", help="Netuids of the subnets."),
]
HoursOption = Annotated[
    float,
    Option("--interval-hours", "--interval", metavar="HOURS", help="Hours to look back."),
]
PointsOption = Annotated[
    int, Option("--points", min=2, max=1_000, metavar="N", help="Number of blocks to look at.")
]


def _no_page(value: bool) -> bool:
    if value:
        raise UsageError(
            "subnets price has no HTML page", hint="Use --json-output and plot its `history`."
        )
    return value


def refused(
    html: Annotated[bool, Option("--html", hidden=True, callback=_no_page)] = False,
    log_scale: Annotated[bool, Option("--log-scale", "--log", hidden=True)] = False,
) -> None:
    """Options of older versions: --html is refused, --log-scale has no effect on a table."""


def wanted(netuids: list[str] | None, *, all_netuids: bool) -> list[int] | None:
    """The netuids to show; None for all."""
    if netuids is None or all_netuids:
        if netuids is not None:
            raise UsageError("give either --netuids or --all-netuids, not both")
        return None
    found = []
    for word in listed(netuids):
        if not word.isascii() or not word.isdigit() or int(word) > NETUID_MAX:
            raise UsageError(f"a netuid is a number from 0 to {NETUID_MAX}, not {word!r}")
        found.append(int(word))
    return list(dict.fromkeys(found))
