"""Stake TAO on a hotkey of a subnet.

This buys the subnet's alpha, with a price limit unless --unsafe is given. Several hotkeys and
subnets go into one transaction: the amount is for each of them, and a failure does not affect the
others.
"""

from __future__ import annotations

from typing import Annotated

from typer import Argument

from btcli import options, trade, trade_options
from btcli.command import command
from btcli.commands.stake import targets, trades
from btcli.context import Context
from btcli.output import Result


@command(
    trade_options.targets,
    trade_options.slippage,
    options.hotkey,
    *options.TRANSACTING,
    data=trades.StakeData,
)
def run(
    context: Context,
    amount: trade_options.TaoAmountOption = None,
    everything: trade_options.AllTokensOption = False,
    unexpected: Annotated[list[str] | None, Argument(hidden=True)] = None,
) -> Result:
    trade.refuse_unexpected_amount(unexpected, everything)
    tao = trade.tao_or_all(amount, everything)
    requested = targets.target_options(context)
    with context.client() as client:
        return trades.add_order(context, client.head(), requested, tao).carry_out(context, client)
