"""Run the local chain for other programs.

In the foreground it says every block, until Ctrl-C. With --daemon it goes on in the background.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import localchain, options
from btcli.command import command
from btcli.context import Context
from btcli.output import Result, Scene
from btcli.render.nodes import started_facts


@command(options.output)
def run(
    context: Context,
    chain: options.ChainOption = "dev",
    chain_file: options.ChainFileOption = None,
    fresh: Annotated[bool, Option("--fresh", help="Delete the chain first.")] = False,
    port: Annotated[int, Option("--port", min=0, max=65_535, help="0 takes a free one.")] = 9944,
    daemon: Annotated[bool, Option("--daemon", "-d", help="In the background.")] = False,
    scaffold: options.ScaffoldOption = None,
) -> Result | None:
    path = localchain.file_of(chain, chain_file)
    localchain.refuse_running(path)
    if daemon and (holder := localchain.go_into_background(path)) is not None:
        context.output.scene = Scene("local", holder.chain, holder.genesis)
        return Result(localchain.document(path, holder), (started_facts(path, holder),))

    from btcli import serving  # noqa: PLC0415  # 0.3 s, which only the node itself has to pay

    log = localchain.log_of(path) if daemon else None
    serving.serve(context, chain or "dev", path, fresh=fresh, port=port, log=log, scaffold=scaffold)
    return None
