"""Run the local chain for other programs.

In the foreground it says every block, until Ctrl-C. With --daemon it goes on in the background.
"""

from __future__ import annotations

from btcli import node_options, options, starting
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
    keep_states: node_options.KeepStatesOption = None,
    finality_lag: node_options.FinalityLagOption = None,
    fork: node_options.ForkOption = None,
    at: node_options.AtOption = None,
    prefetch: node_options.PrefetchOption = None,
    allow_origin: node_options.AllowOriginOption = None,
    rpc_methods: node_options.RpcMethodsOption = "auto",
    max_connections: node_options.MaxConnectionsOption = 1000,
    max_request_size: node_options.MaxRequestOption = 15,
    max_response_size: node_options.MaxResponseOption = 15,
    max_subscriptions: node_options.MaxSubscriptionsOption = 1024,
    max_batch: node_options.MaxBatchOption = 1024,
) -> Result | None:
    chosen = starting.Chosen(chain, chain_file, fresh, host, port, scaffold, config_out, runtime)
    forked = starting.Forked(fork, at, prefetch)
    said = starting.Said(log_format, log_level, keep_states, finality_lag)
    access = starting.Access(frozenset(allow_origin or ()), rpc_methods)
    limits = starting.Limited(
        max_connections, max_request_size, max_response_size, max_subscriptions, max_batch
    )
    return starting.start(context, chosen, forked, said, access, limits, daemon=daemon)
