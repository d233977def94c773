"""Show or set the take of a child hotkey.

The take is the part of its parents' dividends that the child keeps on a subnet. With --take it is
set, signed by the coldkey that owns the hotkey.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.stake.child import on_subnets, takes
from btcli.context import Context
from btcli.output import Result
from btsdk.ops import SetChildkeyTake


@command(
    on_subnets.subnets,
    options.hotkey,
    *options.TRANSACTING,
    data=takes.ChildTakeData,
)
def run(
    context: Context,
    child: Annotated[
        str | None,
        Option(
            "--child-hotkey-ss58",
            "--child-hotkey",
            metavar="NAME|SS58",
            help="Hotkey of the child; by default that of --hotkey.",
        ),
    ] = None,
    take: Annotated[
        str | None,
        Option("--take", "-t", metavar="PART", help="Take to set: 0.09 or 9%."),
    ] = None,
) -> Result:
    named, hotkey = on_subnets.named(context), selection.hotkey(context, child)
    if take is not None:
        SetChildkeyTake(hotkey, 1, take)  # raises for an invalid take before anything is opened
    with context.client() as client:
        view = client.head()
        netuids = on_subnets.chosen(named, view)
        if take is None:
            return takes.shown(hotkey, takes.takes(view, hotkey, netuids))
        operations = {netuid: SetChildkeyTake(hotkey, netuid, take) for netuid in netuids}
        return takes.carry_out(context, client, hotkey, operations)
