"""Start an epoch of a subnet that you own, before its time.

Until it has run, the hyperparameters of the subnet are frozen.
"""

from __future__ import annotations

from typing import Annotated

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.transaction import transact
from btsdk.ops import TriggerEpoch


class TriggerEpochData(TransactionData):
    """The result of `sudo trigger-epoch`."""

    netuid: int
    epoch_at: Annotated[int | None, "block of the epoch; null if none was triggered"]


@command(*options.TRANSACTING, data=TriggerEpochData)
def run(context: Context, netuid: options.NetuidOption) -> Result:
    with context.client() as client:
        outcome = transact(context, client, TriggerEpoch(netuid))
        if outcome.done is None:
            return outcome.result(netuid=netuid, epoch_at=None)
        due = client.at(outcome.done.block_hash).epoch_schedule(netuid).next_epoch
    line = Line(f"The epoch of subnet {netuid} runs in block {due:,}.")
    return outcome.result(line, netuid=netuid, epoch_at=due)
