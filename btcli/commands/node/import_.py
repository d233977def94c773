"""Replace the local chain by an exported one.

Every block is executed; if one does not hold, nothing is changed.
"""

from __future__ import annotations

from btcli import chainfiles, localchain, node_options, options
from btcli.command import command
from btcli.context import Context
from btcli.output import Result


@command(options.prompts, options.output)
def run(
    context: Context,
    file: node_options.ExportFile,
    chain: options.ChainOption = None,
    chain_file: options.ChainFileOption = None,
) -> Result:
    return chainfiles.import_chain(context, localchain.file_of(chain, chain_file), file)
