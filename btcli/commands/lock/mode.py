"""Set whether the lock on a subnet keeps its amount or is released with time."""

from __future__ import annotations

from btcli import options
from btcli.accounts import proxy_account
from btcli.command import command
from btcli.commands.lock import lock_options, locks
from btcli.context import Context
from btcli.output import Result
from btcli.transaction import transact
from btsdk.errors import UsageError
from btsdk.ops import SetPerpetualLock


@command(*options.TRANSACTING, data=locks.LockChangeData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    mode: lock_options.ModeOption = None,
    perpetual: lock_options.PerpetualOption = None,
) -> Result:
    wanted = lock_options.mode_of(mode, perpetual)
    if wanted is None:
        missing = UsageError("missing --mode", hint="Use --mode perpetual or --mode decaying.")
        wanted = lock_options.mode_of(context.answer("Mode (perpetual or decaying): ", missing))
    coldkey = proxy_account.coldkey(context)
    with context.client() as client:
        outcome = transact(context, client, SetPerpetualLock(netuid, wanted == "perpetual"))
        return locks.change_result(client, outcome, coldkey, netuid)
