"""Burn stake: destroy its alpha, which still counts as issued.

Nothing is paid for it. To let the subnet emit the alpha again, use `stake recycle`.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.stake import destruction
from btcli.context import Context
from btcli.output import Result
from btsdk.ops import BurnAlpha


@command(options.hotkey, *options.TRANSACTING, data=destruction.DestructionData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    amount: destruction.AmountOption = None,
    everything: destruction.EverythingOption = False,
) -> Result:
    return destruction.carry_out(context, BurnAlpha, netuid, amount, everything)
