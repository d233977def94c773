"""Set whether the lock on a subnet keeps its amount or is released with time."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options
from btcli.accounts import proxy_account
from btcli.command import command
from btcli.commands.lock import lock_options, locks
from btcli.context import Context
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import SetPerpetualLock


@command(*options.TRANSACTING, data=locks.LockChangeData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    mode: Annotated[str, Option("--mode", metavar="MODE", help="perpetual or decaying.")],
) -> Result:
    enabled = lock_options.mode_of(mode) == "perpetual"
    coldkey = proxy_account.coldkey(context)
    with context.client() as client:
        outcome = transact(context, client, SetPerpetualLock(netuid, enabled))
        return locks.change_result(client, outcome, coldkey, netuid)
