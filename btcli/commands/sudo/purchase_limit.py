"""The price limit of a purchase that is not made in part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from btcli import trade
from btcli.context import Context
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.client import View


def price_limit(context: Context, view: View, netuid: int) -> Tao | None:
    """The highest price to buy at, printed; None with `--unsafe`."""
    if not context.setting("safe_staking"):
        context.output.say("No price limit (--unsafe).")
        return None
    part = trade.tolerance(str(context.setting("tolerance")))
    price = view.subnet(netuid).price
    limit = trade.within(price, part, rising=True)
    context.output.say(
        f"Price limit: the price is {price:,} per alpha and may rise by {trade.percent(part)} to "
        f"{limit:,}, else nothing is bought."
    )
    return limit
