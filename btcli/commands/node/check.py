"""Read the whole chain file, and execute the chain again.

Every block must lead to the state root in its header. No node may run.
"""

from __future__ import annotations

from btcli import chainfiles, localchain, options
from btcli.command import command
from btcli.context import Context
from btcli.output import Result


@command(options.output)
def run(
    context: Context, chain: options.ChainOption = None, chain_file: options.ChainFileOption = None
) -> Result:
    return chainfiles.check_chain(context, localchain.file_of(chain, chain_file))
