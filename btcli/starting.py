"""Starting a node: which chain, in which file, in the foreground or the background."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from btcli import localchain, nodelog
from btcli.context import Context
from btcli.output import Result
from btsdk.errors import UsageError
from local_node.chain_file import chain_path

if TYPE_CHECKING:
    from local_node.fork.wanted import Fork

REMOTE = "remote"
"""What `--runtime` calls the runtime of the network that is forked."""
_FORK = "fork"


class Chosen(NamedTuple):
    """What a chain is, and where it is served: the options of `btcli node start`."""

    chain: str | None
    chain_file: str | None
    fresh: bool
    host: str
    port: int
    scaffold: Path | None
    config_out: Path | None
    runtime: Path | None


class Forked(NamedTuple):
    """Of what the chain is to be a fork, in the words of the options."""

    url: str | None
    at: str | None
    prefetch: list[str] | None


class Said(NamedTuple):
    """How the node's log looks, and what of the chain is kept and final."""

    log_format: nodelog.Format
    log_level: nodelog.Level
    states: str | None
    lag: int | None


def start(
    context: Context, chosen: Chosen, forked: Forked, said: Said, *, daemon: bool
) -> Result | None:
    """Run the node until it is told to end; in the background, say where it is."""
    fork = _fork(forked, chosen.runtime)
    path = _file(chosen, fork)
    localchain.refuse_running(path)
    if daemon and fork is not None:
        chosen = _forked_first(path, chosen, fork)
    if daemon and (started := localchain.in_background(context.output, path)) is not None:
        return started
    from btcli.serving import NodeConfig, serve  # noqa: PLC0415  # 0.3 s, for the node alone

    config = NodeConfig(
        chosen.chain or "dev",
        path,
        chosen.fresh,
        chosen.host,
        chosen.port,
        str(localchain.log_of(path)) if daemon else "",
        chosen.scaffold,
        chosen.config_out,
        None if fork is not None and fork.remote_runtime else chosen.runtime,
        fork,
    )
    serve(context, config, *said)
    return None


def _file(chosen: Chosen, fork: Fork | None) -> Path:
    if fork is not None and chosen.chain_file is None:
        return chain_path(_FORK).expanduser().resolve()
    return localchain.file_of(chosen.chain, chosen.chain_file)


def _fork(forked: Forked, runtime: Path | None) -> Fork | None:
    is_remote = runtime is not None and str(runtime) == REMOTE
    if forked.url is None:
        beside = {"--at": forked.at, "--prefetch": forked.prefetch, "--runtime remote": is_remote}
        for option, value in beside.items():
            if value:
                raise UsageError(f"{option} says something of a fork: name its network with --fork")
        return None
    from local_node.fork.wanted import Fork  # noqa: PLC0415 - a room that few nodes need

    at = int(forked.at) if forked.at is not None and forked.at.isdecimal() else forked.at
    return Fork(forked.url, at, is_remote, tuple(forked.prefetch or ()))


def _forked_first(path: Path, chosen: Chosen, fork: Fork) -> Chosen:
    """Fork while somebody looks on: it may take longer than a node in the background may take to
    start, and what is the matter with a network is an error like any other."""
    from local_node.chain_file import hold  # noqa: PLC0415 - the same
    from local_node.fork.opening import prepare  # noqa: PLC0415

    lock = hold(path, _FORK)
    try:
        if chosen.fresh:
            lock.erase()
        prepare(path, fork)
    finally:
        lock.release()
    return chosen._replace(fresh=False)
