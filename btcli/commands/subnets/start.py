"""Start emission and staking on a subnet that you own."""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import StartSubnet


class StartData(TransactionData):
    """The result of `subnets start`."""

    netuid: int


@command(*options.TRANSACTING, data=StartData)
def run(context: Context, netuid: options.NetuidOption) -> Result:
    with context.client() as client:
        return transact(context, client, StartSubnet(netuid)).result(netuid=netuid)
