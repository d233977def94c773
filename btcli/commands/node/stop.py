"""Stop the node of the local chain.

The chain is kept in its file.
"""

from __future__ import annotations

from typing import TypedDict

from btcli import options
from btcli.command import command
from btcli.commands.node import local_chain
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line


class StopData(TypedDict):
    """The result of `node stop`."""

    pid: int
    chain_file: str


@command(options.output, data=StopData)
def run(
    context: Context, chain: options.ChainOption = None, chain_file: options.ChainFileOption = None
) -> Result:
    path = local_chain.file_of(chain, chain_file)
    holder = local_chain.stop(path)
    line = Line(f"Stopped the node (pid {holder.pid}). The chain is kept in {path}.")
    return Result({"pid": holder.pid, "chain_file": str(path)}, (line,))
