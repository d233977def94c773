"""Show the log of the node in the background.

The log stays when the node ends, until the next one starts.
"""

from __future__ import annotations

from btcli import localchain, node_options, options, taillog
from btcli.command import command
from btcli.context import Context
from btcli.output import Result


@command(options.output)
def run(
    context: Context,
    follow: node_options.FollowOption = False,
    lines: node_options.LinesOption = 50,
    chain: options.ChainOption = None,
    chain_file: options.ChainFileOption = None,
) -> Result | None:
    path = localchain.file_of(chain, chain_file)
    return taillog.show(context.output, path, localchain.existing_log(path), lines, follow=follow)
