"""Run the local chain for other programs.

In the foreground it says every block, until Ctrl-C. With --daemon it goes on in the background.
"""

from __future__ import annotations

from btcli import localchain, node_options, options
from btcli.command import command
from btcli.context import Context
from btcli.output import Result


@command(options.output)
def run(
    context: Context,
    chain: options.ChainOption = "dev",
    chain_file: options.ChainFileOption = None,
    fresh: node_options.FreshOption = False,
    host: node_options.HostOption = "127.0.0.1",
    port: node_options.PortOption = 9944,
    daemon: node_options.DaemonOption = False,
    scaffold: options.ScaffoldOption = None,
    config_out: node_options.ConfigOutOption = None,
    log_format: node_options.LogFormatOption = "text",
    log_level: node_options.LogLevelOption = "info",
    runtime: node_options.RuntimeOption = None,
) -> Result | None:
    path = localchain.file_of(chain, chain_file)
    localchain.refuse_running(path)
    if daemon and (started := localchain.in_background(context.output, path)) is not None:
        return started

    from btcli.serving import NodeConfig, serve  # noqa: PLC0415  # 0.3 s, for the node alone

    log = str(localchain.log_of(path)) if daemon else ""
    where = NodeConfig(chain or "dev", path, fresh, host, port, log, scaffold, config_out, runtime)
    serve(context, where, log_format, log_level)
    return None
