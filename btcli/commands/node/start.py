"""Start a node that serves the local chain.

In the foreground it prints each block until Ctrl-C. With --daemon it runs in the background.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.node import launch, local_chain, node_options
from btcli.context import Context
from btcli.output import Result


@command(options.output, data=local_chain.StartedNodeData)
def run(
    context: Context, chain: options.ChainOption = "dev",
    chain_file: options.ChainFileOption = None, fresh: node_options.FreshOption = False,
    host: node_options.HostOption = "127.0.0.1", port: node_options.PortOption = 9944,
    daemon: node_options.DaemonOption = False, scaffold: options.ScaffoldOption = None,
    config_out: node_options.ConfigOutOption = None,
    log_format: node_options.LogFormatOption = "text",
    log_level: node_options.LogLevelOption = "info", runtime: node_options.RuntimeOption = None,
    beacon: node_options.BeaconOption = False, keep_states: node_options.KeepStatesOption = None,
    finality_lag: node_options.FinalityLagOption = None,
    fork: node_options.ForkOption = None, at: node_options.AtOption = None,
    prefetch: node_options.PrefetchOption = None, network_proxy: options.NetworkProxyOption = None,
    origins: node_options.AllowOriginOption = None, methods: node_options.RpcMethodsOption = "auto",
    clients: node_options.MaxConnectionsOption = 1000, batch: node_options.MaxBatchOption = 1024,
    asked: node_options.MaxRequestOption = 15, answered: node_options.MaxResponseOption = 15,
    subscribed: node_options.MaxSubscriptionsOption = 1024,
) -> Result | None:  # fmt: skip
    chosen = launch.ChainOptions(
        chain, chain_file, fresh, host, port, scaffold, config_out, runtime, beacon
    )
    said = launch.LogOptions(log_format, log_level, keep_states, finality_lag)
    access = launch.Access(frozenset(origins or ()), methods)
    limited = launch.RpcLimits(clients, asked, answered, subscribed, batch)
    forked = launch.ForkOptions(fork, at, prefetch, network_proxy)
    return launch.start(context, chosen, forked, said, access, limited, daemon=daemon)
