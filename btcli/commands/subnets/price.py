"""Show prices of alpha, now and over the last hours.

One subnet is shown block by block, several with their change and their lowest and highest price.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.command import command
from btcli.commands.subnets import price_history, price_options
from btcli.context import Context
from btcli.failures import NotFound
from btcli.output import Result


class PricesData(TypedDict):
    """The result of `subnets price`."""

    block: int
    first_block: Annotated[int | None, "null with `--current`"]
    subnets: list[price_history.SubnetPriceDocument]


@command(price_options.refused, *options.READING, data=PricesData)
def run(
    context: Context,
    netuids: price_options.NetuidsOption = None,
    all_netuids: Annotated[
        bool, Option("--all-netuids", "--all", help="Show every subnet (the default).")
    ] = False,
    current: Annotated[bool, Option("--current", help="Show the present prices only.")] = False,
    hours: price_options.HoursOption = 4.0,
    points: price_options.PointsOption = 24,
) -> Result:
    wanted = price_options.wanted(netuids, all_netuids=all_netuids)
    with context.client() as client:
        view = client.head()
        prices = view.prices()
        if missing := [netuid for netuid in wanted or () if netuid not in prices]:
            raise NotFound(f"there is no subnet {missing[0]}", hint="See `btcli subnets list`.")
        numbers = [] if current else price_history.sampled_blocks(view, hours, points)
        samples = price_history.sampled(context, client, numbers)
    found = price_history.courses(wanted or sorted(prices), prices, samples)
    data = {
        "block": view.number,
        "first_block": min(samples, default=None),
        "subnets": [one.document() for one in found],
    }
    one_alone = len(found) == 1 and not current
    table = price_history.block_table(found[0]) if one_alone else price_history.course_table(found)
    return Result(data, (table,))
