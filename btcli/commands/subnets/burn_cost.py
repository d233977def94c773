"""Show the current cost of creating a subnet.

The cost falls with every block until a subnet is created.
"""

from __future__ import annotations

from typing import TypedDict

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line


class BurnCostData(TypedDict):
    """The result of `subnets burn-cost`."""

    block: int
    cost_tao: str


@command(*options.READING, data=BurnCostData)
def run(context: Context) -> Result:
    with context.client() as client:
        view = client.head()
        cost = view.subnet_cost()
    data = {"block": view.number, "cost_tao": cost.decimal()}
    return Result(data, (Line(f"Creating a subnet costs {cost:,} at block {view.number:,}."),))
