"""The start of a node: chain, file, fork, and foreground or background."""

from __future__ import annotations

from pathlib import Path
from socket import gethostbyname
from typing import TYPE_CHECKING, NamedTuple

from btcli.commands.node import local_chain, node_log
from btcli.context import Context
from btcli.output import Output, Result
from btsdk.errors import UsageError
from chain_spec import chains
from local_node.embedded.chain_file import chain_path
from local_node.server.access import Access, is_loopback

if TYPE_CHECKING:
    from local_node.fork.options import Fork

__all__ = ["Access", "ChainOptions", "ForkOptions", "LogOptions", "RpcLimits", "start"]

REMOTE = "remote"
"""The value of `--runtime` for the runtime of the forked network."""


class ChainOptions(NamedTuple):
    """The options of `btcli node start` about the chain and its endpoint."""

    chain: str | None
    chain_file: str | None
    fresh: bool
    host: str
    port: int
    scaffold: Path | None
    config_out: Path | None
    runtime: Path | None
    beacon: bool


class ForkOptions(NamedTuple):
    """The options of `btcli node start` about a fork."""

    url: str | None
    at: str | None
    prefetch: list[str] | None
    network_proxy: bool | None


class RpcLimits(NamedTuple):
    """The limits of the RPC server; sizes are in MiB."""

    connections: int
    request_size: int
    response_size: int
    subscriptions: int
    batch: int


class LogOptions(NamedTuple):
    """The options about the log, retention and finality."""

    log_format: node_log.Format
    log_level: node_log.Level
    states: str | None
    lag: int | None


def start(
    context: Context,
    chosen: ChainOptions,
    forked: ForkOptions,
    said: LogOptions,
    access: Access,
    limited: RpcLimits,
    *,
    daemon: bool,
) -> Result | None:
    """Run the node until it is stopped; with `daemon`, start it in the background."""
    context.settle_network_proxy(forked.network_proxy)
    fork = _fork(forked, chosen.runtime)
    path = _file(chosen, fork)
    local_chain.refuse_running(path)
    _warn_of_others(context.output, chosen.host, access)
    if daemon and fork is not None:
        chosen = _forked_first(path, chosen, fork)
    if daemon and (started := local_chain.in_background(context.output, path)) is not None:
        return started
    # 0.3 s, for the node alone
    from btcli.commands.node.foreground import NodeConfig, serve  # noqa: PLC0415
    from local_node.rpc.limits import MIB, Limits  # noqa: PLC0415

    config = NodeConfig(
        chosen.chain or "dev",
        path,
        chosen.fresh,
        chosen.host,
        chosen.port,
        str(local_chain.log_of(path)) if daemon else "",
        chosen.scaffold,
        chosen.config_out,
        None if fork is not None and fork.remote_runtime else chosen.runtime,
        fork,
        access,
        Limits(
            limited.connections,
            limited.request_size * MIB,
            limited.response_size * MIB,
            limited.subscriptions,
            limited.batch,
        ),
        chosen.beacon,
    )
    serve(context, config, *said)
    return None


def _warn_of_others(output: Output, host: str, access: Access) -> None:
    """Warn if other machines can reach the node."""
    try:
        address = host if ":" in host else gethostbyname(host)
    except OSError:
        return  # the node cannot listen there either, which raises its own error
    if is_loopback(address):
        return
    if access.serves_unsafe(address):
        output.warn(
            f"Warning: anyone who can reach {host} can change the chain: --rpc-methods unsafe "
            "serves every method."
        )
    else:
        output.warn(
            f"Warning: other machines can reach the node at {host}. It serves them safe methods "
            "only; --rpc-methods unsafe serves every method."
        )


def _file(chosen: ChainOptions, fork: Fork | None) -> Path:
    if fork is not None and chosen.chain_file is None:
        return chain_path(chains.FORK).expanduser().resolve()
    return local_chain.file_of(chosen.chain, chosen.chain_file)


def _fork(forked: ForkOptions, runtime: Path | None) -> Fork | None:
    is_remote = runtime is not None and str(runtime) == REMOTE
    if forked.url is None:
        beside = {"--at": forked.at, "--prefetch": forked.prefetch, "--runtime remote": is_remote}
        for option, value in beside.items():
            if value:
                raise UsageError(f"{option} requires --fork")
        return None
    from local_node.fork.options import Fork  # noqa: PLC0415 - a room that few nodes need

    at = int(forked.at) if forked.at is not None and forked.at.isdecimal() else forked.at
    return Fork(forked.url, at, is_remote, tuple(forked.prefetch or ()))


def _forked_first(path: Path, chosen: ChainOptions, fork: Fork) -> ChainOptions:
    """Fork in the foreground: it may take longer than the start of a node in the background is
    waited for, and network errors are printed here."""
    from local_node.embedded.chain_file import lock_chain_file  # noqa: PLC0415 - the same
    from local_node.fork.open import prepare  # noqa: PLC0415

    lock = lock_chain_file(path, chains.FORK)
    try:
        if chosen.fresh:
            lock.erase()
        prepare(path, fork)
    finally:
        lock.release()
    return chosen._replace(fresh=False)
