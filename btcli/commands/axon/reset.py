"""Publish that a neuron serves no axon.

The hotkey signs; it must be registered on the subnet.
"""

from __future__ import annotations

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.axon import served
from btcli.context import Context
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import ResetAxon


@command(options.hotkey, *options.TRANSACTING, data=served.AxonData)
def run(context: Context, netuid: options.NetuidOption) -> Result:
    with context.client() as client:
        outcome = transact(context, client, ResetAxon(netuid), "hotkey")
        return served.axon_result(client, outcome, netuid, selection.hotkey(context))
