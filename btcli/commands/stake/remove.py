"""Take stake back from a hotkey, as TAO.

It sells the subnet's alpha: the amount is in alpha, with a price limit unless --unsafe.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options, selection, trade
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import RemoveStake


@command(options.slippage, options.hotkey, *options.TRANSACTING)
def run(
    context: Context,
    netuid: options.NetuidOption,
    amount: options.AlphaAmountOption = None,
    everything: Annotated[
        bool, Option("--unstake-all", "--all", help="All stake on this hotkey and subnet.")
    ] = False,
    hotkey_ss58: options.TargetHotkeyOption = None,
    mev: options.MevOption = False,
) -> Result:
    trade.refuse_mev(mev)
    alpha = trade.alpha_or_all(amount, everything, netuid)
    hotkey = selection.hotkey(context, hotkey_ss58)
    with context.client() as client:
        limit = trade.limit(context, client.head(), netuid, buying=False)
        partial = limit.allow_partial and alpha != "all"
        operation = RemoveStake(hotkey, netuid, alpha, limit.price, partial)
        outcome = transact(context, client, operation)
        return trade.stake_result(client, outcome, outcome.plan.address, hotkey, netuid)
