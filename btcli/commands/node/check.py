"""Verify a chain file by executing every block again.

Every block must yield the state root in its header. The node must be stopped.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.node import chain_files, local_chain
from btcli.context import Context
from btcli.output import Result


@command(options.output, data=chain_files.ChainCheckData)
def run(
    context: Context, chain: options.ChainOption = None, chain_file: options.ChainFileOption = None
) -> Result:
    return chain_files.check_chain(context, local_chain.file_of(chain, chain_file))
