"""Export the chain to a file.

The file has all blocks; `node import` verifies them. The node may run
meanwhile.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.node import chain_files, local_chain, node_options
from btcli.context import Context
from btcli.output import Result


@command(options.output, data=chain_files.ExportData)
def run(
    context: Context,
    file: node_options.ExportFile,
    chain: options.ChainOption = None,
    chain_file: options.ChainFileOption = None,
) -> Result:
    return chain_files.export_chain(context, local_chain.file_of(chain, chain_file), file)
