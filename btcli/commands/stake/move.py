"""Move stake to another hotkey.

Between subnets the alpha is sold and the other subnet's alpha bought. The chain has no price limit
for this call: the limit is checked before signing, unless --unsafe is given.
"""

from __future__ import annotations

from btcli import move_options, options
from btcli.accounts import proxy_account, selection
from btcli.command import command
from btcli.commands.stake import moves
from btcli.context import Context
from btcli.output import Result
from btsdk.ops import MoveStake


@command(
    move_options.protection,
    options.hotkey,
    *options.TRANSACTING,
    data=moves.StakeMoveData,
)
def run(
    context: Context,
    origin_netuid: move_options.OriginNetuidOption,
    destination: move_options.DestinationHotkeyOption,
    destination_netuid: move_options.DestinationNetuidOption = None,
    amount: move_options.AmountOption = None,
    everything: move_options.EverythingOption = False,
) -> Result:
    alpha = moves.alpha_or_all(amount, everything, origin_netuid)
    to_netuid = origin_netuid if destination_netuid is None else destination_netuid
    coldkey, hotkey = proxy_account.coldkey(context), selection.hotkey(context)
    to_hotkey = selection.hotkey(context, destination)
    with context.client() as client:
        limit = moves.limit(context, client.head(), origin_netuid, to_netuid)
        operation = MoveStake(hotkey, origin_netuid, to_hotkey, to_netuid, alpha, limit)
        places = (coldkey, hotkey, origin_netuid), (coldkey, to_hotkey, to_netuid)
        return moves.carry_out(context, client, operation, *places)
