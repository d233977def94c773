"""Delete the local chain.

The next command starts a new chain at genesis. Wallets are kept.
"""

from __future__ import annotations

from typing import TypedDict

from btcli import options
from btcli.command import command
from btcli.commands.node import local_chain
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from local_node.embedded.chain_file import lock_chain_file


class ResetData(TypedDict):
    """The result of `node reset`."""

    chain_file: str
    deleted: bool


@command(options.prompts, options.output, data=ResetData)
def run(
    context: Context, chain: options.ChainOption = None, chain_file: options.ChainFileOption = None
) -> Result:
    path = local_chain.file_of(chain, chain_file)
    local_chain.refuse_running(path)
    existed = path.exists()
    if existed:
        context.confirm(f"Delete the chain in {path}, with everything on it?")
        held = lock_chain_file(path)
        held.erase()
        held.release()
    line = Line(f"Deleted {path}." if existed else f"There is no chain in {path}.")
    return Result({"chain_file": str(path), "deleted": existed}, (line,))
