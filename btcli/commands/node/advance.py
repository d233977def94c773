"""Produce blocks on the local chain immediately.

With --epoch, blocks are produced until the next epoch of a subnet has run. Each block takes a slot,
so the chain's clock runs ahead of the system clock; `node status` shows by how much.
"""

from __future__ import annotations

from typing import Annotated

from btcli import options
from btcli.command import command
from btcli.commands.node import advance_options, local_chain
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.render.nodes import counted


class AdvanceData(local_chain.ProgressDocument):
    """The result of `node advance`."""

    made: Annotated[int, "blocks"]
    chain_file: str


@command(options.output, data=AdvanceData)
def run(
    context: Context,
    count: advance_options.CountArgument = None,
    blocks: advance_options.BlocksOption = None,
    epoch: advance_options.EpochOption = False,
    netuid: advance_options.NetuidOption = None,
    chain: options.ChainOption = None,
    chain_file: options.ChainFileOption = None,
) -> Result:
    advance_options.check(count, blocks, epoch, netuid)
    path = local_chain.file_of(chain, chain_file)
    with context.local_client(path) as client:
        if epoch:
            made = local_chain.advance_to_epoch(client, 1 if netuid is None else netuid)
        else:
            made = local_chain.advance(client, count or blocks or 1)
        data = {"made": made, "chain_file": str(path), **local_chain.progress(client)}
    line = Line(f"Produced {counted(made)}; the chain is at block {data['block']}.")
    return Result(data, (line,))
