"""Reduce the uids of a subnet that you own.

The neurons with the lowest emission are removed, and the others get new uids.
"""

from __future__ import annotations

from typing import Annotated

from btcli import options
from btcli.command import command
from btcli.commands.sudo import sudo_options
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.transaction import transact
from btsdk.ops import TrimSubnet


class TrimData(TransactionData):
    """The result of `sudo trim`."""

    netuid: int
    max_uids: int
    neurons: Annotated[int | None, "how many are left; null if it was not trimmed"]


@command(*options.TRANSACTING, data=TrimData)
def run(
    context: Context, netuid: options.NetuidOption, max_uids: sudo_options.MaxUidsOption
) -> Result:
    data = {"netuid": netuid, "max_uids": max_uids}
    with context.client() as client:
        outcome = transact(context, client, TrimSubnet(netuid, max_uids))
        if outcome.done is None:
            return outcome.result(**data, neurons=None)
        left = len(client.at(outcome.done.block_hash).neurons(netuid))
    line = Line(f"Subnet {netuid} has {left} neuron{'' if left == 1 else 's'}.")
    return outcome.result(line, **data, neurons=left)
