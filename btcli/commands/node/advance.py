"""Make blocks on the local chain, now.

Each takes a slot of its own, so the chain's time runs ahead of the
system clock; `node status` shows how far.
"""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from btcli import options
from btcli.command import command
from btcli.commands.node import local_chain
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.render.nodes import counted
from btsdk.errors import UsageError


class AdvanceData(local_chain.ProgressDocument):
    """The result of `node advance`."""

    made: Annotated[int, "blocks"]
    chain_file: str


@command(options.output, data=AdvanceData)
def run(
    context: Context,
    count: Annotated[int | None, Argument(metavar="[BLOCKS]", help="How many.", min=1)] = None,
    blocks: Annotated[int | None, Option("--blocks", min=1, help="The same as an option.")] = None,
    chain: options.ChainOption = None,
    chain_file: options.ChainFileOption = None,
) -> Result:
    if count is not None and blocks is not None:
        raise UsageError("the number of blocks was given twice")
    path = local_chain.file_of(chain, chain_file)
    with context.local_client(path) as client:
        made = local_chain.advance(client, count or blocks or 1)
        data = {"made": made, "chain_file": str(path), **local_chain.progress(client)}
    line = Line(f"Made {counted(made)}; the chain is at block {data['block']}.")
    return Result(data, (line,))
