"""Set the number of mechanisms of a subnet that you own.

Their shares in the emission become equal. Weights and bonds of removed mechanisms are deleted.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import SetMechanismCount


class SetMechanismCountData(TransactionData):
    """The result of `subnets mechanisms set`."""

    netuid: int
    count: int


@command(*options.TRANSACTING, data=SetMechanismCountData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    count: Annotated[
        int,
        Option("--count", "--mech-count", min=1, max=255, metavar="N", help="The new number."),
    ],
) -> Result:
    with context.client() as client:
        outcome = transact(context, client, SetMechanismCount(netuid, count))
    return outcome.result(netuid=netuid, count=count)
