"""Show the locks of a coldkey, with their conviction."""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.lock import locks
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btsdk.integers import NETUID_MAX


class LocksData(TypedDict):
    """The result of `lock list`."""

    coldkey: str
    block: int
    accepts_locked_alpha: Annotated[bool, "whether others may transfer locked alpha to it"]
    locks: list[locks.LockDocument]


@command(options.wallet_name, options.wallet_path, *options.READING, data=LocksData)
def run(
    context: Context,
    ss58: options.AddressOption = None,
    netuid: Annotated[
        int | None,
        Option("--netuid", "-n", min=0, max=NETUID_MAX, metavar="N", help="Only this subnet."),
    ] = None,
) -> Result:
    coldkey = selection.coldkey(context, ss58)
    with context.client() as client:
        view = client.head()
        found, accepts = view.gather(
            view.ask.locks_for_coldkey(coldkey), view.ask.accepts_locked_alpha(coldkey)
        )
    shown = [lock for lock in found if netuid in (None, lock.netuid)]
    data = {
        "coldkey": coldkey,
        "block": view.number,
        "accepts_locked_alpha": accepts,
        "locks": [locks.lock_document(lock) for lock in shown],
    }
    does = "accepts" if accepts else "rejects"
    note = Line(f"The coldkey {does} locked alpha from others; see `btcli lock accept`.")
    return Result(data, (locks.lock_table(coldkey, shown), note))
