"""Set the hotkey on which mining incentive of a subnet is staked.

It counts from the next epoch on, for all hotkeys of the coldkey. The hotkey has to be registered on
the subnet.
"""

from __future__ import annotations

from typing import Annotated

from btcli import options
from btcli.accounts import proxy_account, selection
from btcli.command import command
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import SetAutoStake


class AutoStakeData(TransactionData):
    """The result of `stake set-auto`."""

    coldkey: str
    netuid: int
    hotkey: Annotated[str, "the new destination"]


@command(options.hotkey, *options.TRANSACTING, data=AutoStakeData)
def run(context: Context, netuid: options.NetuidOption) -> Result:
    coldkey, hotkey = proxy_account.coldkey(context), selection.hotkey(context)
    with context.client() as client:
        outcome = transact(context, client, SetAutoStake(netuid, hotkey))
        return outcome.result(coldkey=coldkey, netuid=netuid, hotkey=hotkey)
