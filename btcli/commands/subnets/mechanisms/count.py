"""Show the number of mechanisms of a subnet."""

from __future__ import annotations

from typing import Annotated, TypedDict

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line


class MechanismCountData(TypedDict):
    """The result of `subnets mechanisms count`."""

    block: int
    netuid: int
    count: int
    most: Annotated[int, "that the chain allows for a subnet"]


@command(*options.READING, data=MechanismCountData)
def run(context: Context, netuid: options.NetuidOption) -> Result:
    with context.client() as client:
        view = client.head()
        found = view.mechanisms(netuid)
    data = {"block": view.number, "netuid": netuid, "count": found.count, "most": found.most}
    noun = "mechanism" if found.count == 1 else "mechanisms"
    line = f"Subnet {netuid} has {found.count} {noun}; the chain allows {found.most}."
    return Result(data, (Line(line),))
