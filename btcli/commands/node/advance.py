"""Produce blocks on the local chain immediately.

With --epoch, blocks are produced until the next epoch of a subnet has run. Each block takes a slot,
so the chain's clock runs ahead of the system clock; `node status` shows by how much.
"""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from btcli import options
from btcli.command import command
from btcli.commands.node import epoch_options, local_chain
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
    count: Annotated[
        int | None, Argument(metavar="[BLOCKS]", help="Number of blocks.", min=1)
    ] = None,
    blocks: Annotated[
        int | None, Option("--blocks", min=1, help="Number of blocks, as an option.")
    ] = None,
    epoch: epoch_options.EpochOption = False,
    netuid: epoch_options.EpochNetuidOption = None,
    chain: options.ChainOption = None,
    chain_file: options.ChainFileOption = None,
) -> Result:
    if epoch and (count, blocks) != (None, None):
        raise UsageError("give either a number of blocks or --epoch")
    if netuid is not None and not epoch:
        raise UsageError("--netuid needs --epoch")
    if count is not None and blocks is not None:
        raise UsageError("give the number of blocks once, as an argument or with --blocks")
    path = local_chain.file_of(chain, chain_file)
    with context.local_client(path) as client:
        if epoch:
            made = local_chain.advance_to_epoch(client, 1 if netuid is None else netuid)
        else:
            made = local_chain.advance(client, count or blocks or 1)
        data = {"made": made, "chain_file": str(path), **local_chain.progress(client)}
    line = Line(f"Produced {counted(made)}; the chain is at block {data['block']}.")
    return Result(data, (line,))
