"""Show the log of the node in the background.

The log is kept until the next node starts.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.node import local_chain, log_tail, node_options
from btcli.context import Context
from btcli.output import Result


@command(options.output, data=log_tail.LogData)
def run(
    context: Context,
    follow: node_options.FollowOption = False,
    lines: node_options.LinesOption = 50,
    chain: options.ChainOption = None,
    chain_file: options.ChainFileOption = None,
) -> Result | None:
    path = local_chain.file_of(chain, chain_file)
    return log_tail.show(context.output, path, local_chain.existing_log(path), lines, follow=follow)
