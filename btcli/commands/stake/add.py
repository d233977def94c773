"""Stake TAO on a hotkey of a subnet.

It buys the subnet's alpha, with a price limit unless --unsafe.
"""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from btcli import options, selection, trade
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import AddStake


@command(options.slippage, options.hotkey, *options.TRANSACTING)
def run(
    context: Context,
    netuid: options.NetuidOption,
    amount: options.TaoAmountOption = None,
    everything: Annotated[
        bool, Option("--all-tokens", "--all", "-a", help="All TAO that can be staked.")
    ] = False,
    hotkey_ss58: options.TargetHotkeyOption = None,
    mev: options.MevOption = False,
    loose: Annotated[list[str] | None, Argument(hidden=True)] = None,
) -> Result:
    trade.refuse_loose_amount(loose, everything)
    trade.refuse_mev(mev)
    tao = trade.tao_or_all(amount, everything)
    hotkey = selection.hotkey(context, hotkey_ss58)
    with context.client() as client:
        limit = trade.limit(context, client.head(), netuid, buying=True)
        operation = AddStake(hotkey, netuid, tao, limit.price, limit.allow_partial)
        outcome = transact(context, client, operation)
        return trade.stake_result(client, outcome, outcome.plan.address, hotkey, netuid)
