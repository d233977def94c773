"""Set the shares of a subnet's mechanisms in its emission.

The owner of the subnet signs. Shares are weights in any proportion, or percentages that make 100.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options
from btcli.command import command
from btcli.commands.subnets.mechanisms.shares import (
    MechanismDocument,
    mechanism_documents,
    mechanism_table,
)
from btcli.commands.subnets.mechanisms.split import split_of
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import SetMechanismEmissionSplit


class SplitEmissionsData(TransactionData):
    """The result of `subnets mechanisms split-emissions`."""

    netuid: int
    mechanisms: Annotated[list[MechanismDocument] | None, "afterwards; null if nothing was set"]


@command(*options.TRANSACTING, data=SplitEmissionsData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    split: Annotated[
        str, Option("--split", metavar="N,N,…", help="Shares such as 70,30 or 70%,30%, or equal.")
    ],
) -> Result:
    operation = SetMechanismEmissionSplit(netuid, split_of(split))
    with context.client() as client:
        outcome = transact(context, client, operation)
        if outcome.done is None:
            return outcome.result(netuid=netuid, mechanisms=None)
        found = client.at(outcome.done.block_hash).mechanisms(netuid)
    return outcome.result(
        mechanism_table(found), netuid=netuid, mechanisms=mechanism_documents(found)
    )
