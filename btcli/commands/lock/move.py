"""Move the lock on a subnet to another hotkey.

The conviction is lost unless both hotkeys have one owner.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options
from btcli.accounts import proxy_account, selection
from btcli.command import command
from btcli.commands.lock import locks
from btcli.context import Context
from btcli.output import Result
from btcli.transaction import transact
from btsdk.errors import UsageError
from btsdk.ops import MoveLock


@command(*options.TRANSACTING, data=locks.LockChangeData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    destination: Annotated[
        str | None,
        Option(
            "--destination-hotkey",
            "--dest",
            "--destination",
            "--dest-hotkey",
            "-d",
            metavar="NAME|SS58",
            help="Hotkey to move the lock to.",
        ),
    ] = None,
) -> Result:
    if destination is None:
        missing = UsageError("missing --destination-hotkey")
        destination = context.answer("Hotkey to move the lock to: ", missing)
    coldkey, hotkey = proxy_account.coldkey(context), selection.hotkey(context, destination)
    with context.client() as client:
        outcome = transact(context, client, MoveLock(hotkey, netuid))
        return locks.change_result(client, outcome, coldkey, netuid)
