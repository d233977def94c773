"""Show whether a subnet is started, or when its owner may start it."""

from __future__ import annotations

from typing import Annotated, TypedDict

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Facts


class StartScheduleData(TypedDict):
    """The result of `subnets check-start`."""

    block: int
    netuid: int
    started: bool
    first_emission: Annotated[int | None, "the block of the first emission; null before the start"]
    registered_at: int
    opens_at: Annotated[int, "the block from which on the owner may start it"]
    blocks_left: int


@command(*options.READING, data=StartScheduleData)
def run(context: Context, netuid: options.NetuidOption) -> Result:
    with context.client() as client:
        view = client.head()
        found = view.start_schedule(netuid)
    left = max(found.opens_at - view.number, 0)
    state = f"yes, emission since block {found.first_emission:,}" if found.started else "no"
    rows = [("started", state), ("created", f"block {found.registered_at:,}")]
    if not found.started:
        opens = f"from block {found.opens_at:,} on, {left:,} blocks ahead" if left else "now"
        rows.append(("can be started", f"{opens}: `btcli subnets start --netuid {netuid}`"))
    data = {
        "block": view.number,
        "netuid": netuid,
        "started": found.started,
        "first_emission": found.first_emission,
        "registered_at": found.registered_at,
        "opens_at": found.opens_at,
        "blocks_left": left,
    }
    return Result(data, (Facts(rows, title=f"Subnet {netuid}"),))
