"""Swap stake from one subnet to another, on the same hotkey.

The alpha is sold and the other subnet's alpha bought, with a price limit unless --unsafe is given.
"""

from __future__ import annotations

from btcli import move_options, options, trade_options
from btcli.accounts import proxy_account, selection
from btcli.command import command
from btcli.commands.stake import moves
from btcli.context import Context
from btcli.output import Result
from btsdk.errors import UsageError
from btsdk.ops import SwapStake


@command(
    trade_options.slippage,
    options.hotkey,
    *options.TRANSACTING,
    data=moves.StakeMoveData,
)
def run(
    context: Context,
    origin_netuid: move_options.SwapOriginOption,
    destination_netuid: move_options.SwapDestinationOption,
    amount: move_options.AmountOption = None,
    everything: move_options.EverythingOption = False,
) -> Result:
    alpha = moves.alpha_or_all(amount, everything, origin_netuid)
    coldkey, hotkey = proxy_account.coldkey(context), selection.hotkey(context)
    with context.client() as client:
        limit = moves.limit(context, client.head(), origin_netuid, destination_netuid)
        if limit is None and context.choices.allow_partial_stake:
            raise UsageError("--partial needs a price limit; omit --unsafe")
        partial = limit is not None and bool(context.setting("allow_partial_stake"))
        operation = SwapStake(hotkey, origin_netuid, destination_netuid, alpha, limit, partial)
        places = (coldkey, hotkey, origin_netuid), (coldkey, hotkey, destination_netuid)
        return moves.carry_out(context, client, operation, *places)
