"""Show the stakes of a coldkey.

With --prompt it shows a table for each hotkey and waits for Enter between them.
"""

from __future__ import annotations

from btcli import live_view, options
from btcli.accounts import portfolio, selection
from btcli.command import command
from btcli.context import Context
from btcli.output import Result


@command(
    options.wallet_name,
    options.wallet_path,
    options.prompts,
    *options.READING,
    data=portfolio.StakesData,
)
def run(
    context: Context, ss58: options.AddressOption = None, live: options.LiveOption = False
) -> Result | None:
    coldkey = selection.coldkey(context, ss58)
    pages = portfolio.pages(context) and not live
    found = live_view.render_view(
        context, lambda view: portfolio.stakes_result(view, coldkey, by_hotkey=pages), live=live
    )
    return portfolio.paged(context, found) if found and pages else found
