"""Unstake from a hotkey.

This sells the subnet's alpha for TAO, with a price limit unless --unsafe is given; the amount is in
alpha. Several hotkeys and subnets go into one transaction: the amount is for each of them, and a
failure does not affect the others.
"""

from __future__ import annotations

from btcli import options, trade_options
from btcli.command import command
from btcli.commands.stake import unstake
from btcli.commands.stake.trades import StakeData
from btcli.context import Context
from btcli.output import Result


@command(
    trade_options.targets,
    trade_options.slippage,
    options.hotkey,
    *options.TRANSACTING,
    data=StakeData,
)
def run(
    context: Context,
    amount: trade_options.AlphaAmountOption = None,
    everything: trade_options.UnstakeAllOption = False,
    everything_to_root: trade_options.UnstakeAllAlphaOption = False,
    interactive: trade_options.InteractiveOption = False,
) -> Result:
    take = unstake.asked(context, amount, everything, everything_to_root, interactive)
    with context.client() as client:
        return take.order(context, client.head()).carry_out(context, client)
