"""List the events of a block, or of the newest blocks.

BLOCK is a number, a hash, or finalized; by default the newest block.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import block_contents, options
from btcli.accounts.selection import account
from btcli.block_option import BlockArgument, BlocksOption, view_at
from btcli.command import command
from btcli.context import Context
from btcli.output import Result


class EventsData(TypedDict):
    """The result of `events`."""

    block: Annotated[int, "the newest of the blocks"]
    events: list[block_contents.EventDocument]


@command(options.wallet_path, *options.READING, data=EventsData)
def run(
    context: Context,
    block: BlockArgument = None,
    count: BlocksOption = 1,
    name: Annotated[
        str | None,
        Option("--event", metavar="NAME", help="Only these events: Pallet or Pallet.Event."),
    ] = None,
    address: Annotated[
        str | None, Option("--account", metavar="NAME|SS58", help="Only those that name it.")
    ] = None,
    index: Annotated[
        int | None, Option("--extrinsic", min=0, help="Only those of this extrinsic.")
    ] = None,
) -> Result:
    named = None if address is None else account(context, address)
    with context.client() as client:
        last = view_at(client, block)
        found = list(block_contents.blocks(context, client, last, count))
    listed = [
        one
        for read in found
        for one in block_contents.events(read)
        if name in (None, one.event.pallet, one.document["name"])
        and (named is None or one.event.mentions(named))
        and index in (None, one.event.extrinsic)
    ]
    data = {"block": last.number, "events": [one.document for one in listed]}
    return Result(data, (block_contents.events_table(listed),))
