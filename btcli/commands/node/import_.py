"""Replace the local chain with an exported one.

Every block is executed. If one is invalid, nothing is changed.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.node import chain_files, local_chain, node_options
from btcli.context import Context
from btcli.output import Result


@command(options.prompts, options.output, data=chain_files.ImportData)
def run(
    context: Context,
    file: node_options.ExportFile,
    chain: options.ChainOption = None,
    chain_file: options.ChainFileOption = None,
) -> Result:
    return chain_files.import_chain(context, local_chain.file_of(chain, chain_file), file)
