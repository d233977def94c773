"""Make a subnet, which the coldkey then owns.

The hotkey becomes its first neuron. `btcli subnets start` opens it for staking.
"""

from __future__ import annotations

from btcli import options, selection, trade
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.transaction import transact
from btsdk.events.subtensor import NetworkAdded
from btsdk.ops import CreateSubnet


@command(options.hotkey, *options.TRANSACTING)
def run(context: Context, mev: options.MevOption = False) -> Result:
    trade.refuse_mev(mev)
    operation = CreateSubnet(selection.hotkey(context))
    with context.client() as client:
        outcome = transact(context, client, operation)
    added = [] if outcome.receipt is None else list(outcome.receipt.find(NetworkAdded))
    if not added:
        return outcome.result(netuid=None)
    netuid = added[0].field_0
    return outcome.result(Line(f"Subnet {netuid} is yours."), netuid=netuid)
