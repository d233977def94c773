"""Resolution of a network's name to the parts of a client; nothing is connected or opened."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from btsdk.drivers.transport import Transport
from btsdk.errors import UsageError
from btsdk.metadata.cache import MetadataCache, default_folder
from btsdk.networks import NETWORKS, Network, resolve
from btsdk.rpc.reconnect import Endpoints
from btsdk.rpc.session import Session
from btsdk.state.runtimes import Kept, Origin, Runtimes

CHAIN_FILE = "BTSDK_CHAIN_FILE"
"""Environment variable: the file of the chain that `local` means."""

Connect = Callable[[], Transport]
"""Opens a connection that is not a WebSocket, such as a chain in this process."""

_shared: dict[Path | None, Kept] = {}


@dataclass
class Setup:
    """The parts of one client. `connect` is None if the endpoints are WebSockets."""

    network: Network
    session: Session
    endpoints: Endpoints
    runtimes: Runtimes
    connect: Connect | None


def setup(
    network: str,
    fallbacks: Sequence[str],
    archive: Sequence[str] | None,
    chain_file: Path | None,
    transport: Connect | None,
    cache: Path | bool,
) -> Setup:
    """Resolve a network; raises `UsageError` if it does not exist."""
    found = resolve(network, fallbacks, archive)
    connect = transport
    if connect is None and found.in_process:
        connect = _local(chain_file)
    session = Session(found.genesis, roads=len(found.endpoints) if connect is None else 0)
    return Setup(
        network=found,
        session=session,
        endpoints=Endpoints(found.endpoints or (found.name,)),
        runtimes=Runtimes(_kept(cache), lambda: _origin(network, session, given=bool(transport))),
        connect=connect,
    )


def checked(headers: Mapping[str, str] | None, connect: Connect | None) -> dict[str, str]:
    """The headers for the request that opens a WebSocket; errors never repeat a value."""
    found = dict(headers or {})
    if found and connect is not None:
        raise UsageError("headers are for endpoints; this client connects to none")
    for name, value in found.items():
        if not (isinstance(name, str) and isinstance(value, str) and name):
            raise UsageError("headers are texts by name", hint='Such as {"x-api-key": "…"}.')
        if not f"{name}{value}".isprintable():
            raise UsageError(f"the header {name!r} has characters that a header must not have")
    return found


def _origin(network: str, session: Session, *, given: bool) -> Origin:
    """The label under which metadata is cached: a named network, or one endpoint.

    A fallback endpoint has its own label, and so has a transport that the caller made.
    """
    named = NETWORKS.get(network)
    ours = named is not None and (named.in_process or session.endpoint in named.endpoints)
    label = network if ours else session.endpoint
    return Origin(session.genesis or "", f"{label} by a transport" if given else label)


def _local(chain_file: Path | None) -> Connect:
    """The local chain; its file is decided now, not at a later reconnection."""
    named = os.environ.get(CHAIN_FILE)
    path = chain_file or (Path(named) if named else None)

    def connect() -> Transport:
        from btsdk.drivers import inprocess  # noqa: PLC0415  # an entry-point lookup costs 0.04 s

        return inprocess.connect(path)

    return connect


def _kept(cache: Path | bool) -> Kept:
    """One `Kept` for each cache folder in this process: equal metadata is decoded once."""
    folder = _folder(cache)
    if folder not in _shared:
        _shared[folder] = Kept(None if folder is None else MetadataCache(folder))
    return _shared[folder]


def _folder(cache: Path | bool) -> Path | None:
    if isinstance(cache, Path):
        return cache
    return default_folder() if cache else None
