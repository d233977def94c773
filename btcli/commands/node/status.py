"""Show the status of the local chain and of the node that runs it."""

from __future__ import annotations

from typing import Any

from btcli import options
from btcli.command import command
from btcli.commands.node import local_chain
from btcli.context import Context
from btcli.output import Result
from btcli.render.nodes import status_facts
from local_node.embedded.chain_file import holder_of


@command(options.output, data=local_chain.NodeStatusData)
def run(
    context: Context, chain: options.ChainOption = None, chain_file: options.ChainFileOption = None
) -> Result:
    path = local_chain.file_of(chain, chain_file)
    holder = holder_of(path)
    data: dict[str, Any] = {**local_chain.document(path, holder)}
    if path.exists():
        with context.local_client(path) as client:
            data |= local_chain.progress(client)
    return Result(data, (status_facts(data),))
