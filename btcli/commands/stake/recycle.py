"""Recycle stake: destroy its alpha, which the subnet can emit again.

Nothing is paid for it. To keep the alpha counted as issued, use `stake burn`.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.stake import destruction
from btcli.context import Context
from btcli.output import Result
from btsdk.ops import RecycleAlpha


@command(options.hotkey, *options.TRANSACTING, data=destruction.DestructionData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    amount: destruction.AmountOption = None,
    everything: destruction.EverythingOption = False,
) -> Result:
    return destruction.carry_out(context, RecycleAlpha, netuid, amount, everything)
