"""Show the neurons and the balance of a wallet on all subnets.

Hotkeys that the coldkey owns on the chain are included, also without a file on this machine.
Scores are from 0 to 1, stake and emission in the alpha of the subnet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btcli import live_view, options
from btcli.accounts import wallet_neurons
from btcli.command import command
from btcli.commands.stake.targets import netuids
from btcli.commands.wallet import overview_options, overview_order
from btcli.commands.wallet.overview_report import OverviewData, report
from btcli.context import Context
from btcli.output import Result

if TYPE_CHECKING:
    from btsdk.client import View


@command(
    options.wallet_name,
    overview_options.neurons,
    options.wallet_path,
    *options.READING,
    data=OverviewData,
)
def run(
    context: Context,
    every: overview_options.AllWalletsOption = False,
    sort_by: overview_options.SortByOption = None,
    sort_order: overview_options.SortOrderOption = None,
    live: options.LiveOption = False,
) -> Result | None:
    overview_order.check(sort_by, sort_order)
    wallets = wallet_neurons.chosen_wallets(context, every=every)
    choice = wallet_neurons.hotkey_choice(context, wallets)
    chosen = netuids(context, needed=False)

    def find(view: View) -> Result:
        rows = wallet_neurons.neurons(view, wallets, choice, chosen)
        ordered = overview_order.ranked(rows, sort_by, sort_order)
        return report(view, wallets, ordered, every=every)

    return live_view.render_view(context, find, live=live)
