"""Set the children of a hotkey, with their shares of its stake.

They replace the present children of the hotkey on each subnet. Signed by the coldkey that owns the
hotkey. On a subnet that has started they count from the first epoch after the chain's cooldown.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.stake.child import changes, on_subnets
from btcli.commands.stake.child.child_list import child_list
from btcli.context import Context
from btcli.output import Result
from btsdk.ops import SetChildren


@command(
    on_subnets.subnets,
    options.hotkey,
    *options.TRANSACTING,
    data=changes.ChildrenChangeData,
)
def run(
    context: Context,
    children: Annotated[
        list[str] | None,
        Option("--children", "-c", metavar="NAME|SS58,…", help="Hotkeys of the children."),
    ] = None,
    proportions: Annotated[
        list[str] | None,
        Option(
            "--proportions",
            "--proportion",
            "--prop",
            metavar="PART,…",
            help="Share of each child, in their order: 0.25 or 25%.",
        ),
    ] = None,
) -> Result:
    named, hotkey = on_subnets.named(context), selection.hotkey(context)
    wanted = child_list(context, children, proportions)
    SetChildren(hotkey, 1, wanted)  # raises for an invalid list before anything is opened
    with context.client() as client:
        chosen = on_subnets.chosen(named, client.head())
        operations = {netuid: SetChildren(hotkey, netuid, wanted) for netuid in chosen}
        return changes.carry_out(context, client, hotkey, operations)
