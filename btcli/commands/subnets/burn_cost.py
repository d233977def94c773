"""Show what creating a subnet costs now.

The cost falls with every block, until somebody pays it.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line


@command(*options.READING)
def run(context: Context) -> Result:
    with context.client() as client:
        view = client.head()
        cost = view.subnet_cost()
    data = {"block": view.number, "cost_tao": cost.decimal()}
    return Result(data, (Line(f"Making a subnet costs {cost:,} at block {view.number:,}."),))
