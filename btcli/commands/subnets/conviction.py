"""Show the conviction of the hotkeys of a subnet.

Conviction grows with the alpha that is locked to a hotkey, and with time.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.command import command
from btcli.commands.subnets.convictions import (
    ConvictionDocument,
    conviction_document,
    conviction_table,
    convictions,
)
from btcli.context import Context
from btcli.output import Result


class ConvictionsData(TypedDict):
    """The result of `subnets conviction`."""

    block: int
    netuid: int
    hotkeys: Annotated[list[ConvictionDocument], "the greatest first"]
    count: Annotated[int, "of all hotkeys with locks"]


@command(*options.READING, data=ConvictionsData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    limit: Annotated[
        int | None, Option("--limit", min=1, metavar="N", help="Show only the first N hotkeys.")
    ] = None,
) -> Result:
    with context.client() as client:
        view = client.head()
        found, count = convictions(view, netuid, limit)
    data = {
        "block": view.number,
        "netuid": netuid,
        "hotkeys": [conviction_document(one) for one in found],
        "count": count,
    }
    return Result(data, (conviction_table(netuid, found),))
