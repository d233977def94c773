"""Show the number of mechanisms of a subnet."""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btsdk.errors import UsageError


class MechanismCountData(TypedDict):
    """The result of `subnets mechanisms count`."""

    block: int
    netuid: int
    count: int
    most: Annotated[int, "that the chain allows for a subnet"]


def _no_value(value: str | None) -> str | None:
    if value is not None:
        raise UsageError(
            "this command shows the number only",
            hint="Use `btcli subnets mechanisms set --count N` to set it.",
        )
    return value


@command(*options.READING, data=MechanismCountData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    value: Annotated[str | None, Option("--value", hidden=True, callback=_no_value)] = None,
) -> Result:
    with context.client() as client:
        view = client.head()
        found = view.mechanisms(netuid)
    data = {"block": view.number, "netuid": netuid, "count": found.count, "most": found.most}
    noun = "mechanism" if found.count == 1 else "mechanisms"
    line = f"Subnet {netuid} has {found.count} {noun}; the chain allows {found.most}."
    return Result(data, (Line(line),))
