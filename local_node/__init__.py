"""A Substrate-style development node that runs the Bittensor chain on one machine.

Top to bottom:

    pytest_plugin  fixtures for other people's tests
    local_chain  LocalChain: a chain in memory, for a test or a script
    node         a node process: a chain file served on a port
    announcement  what a node says of itself at its start
    maintenance  chain files that nobody has open: import, check
    embedded     the same chain file for clients in this process (entry point `btsdk.transports`)
    in_process   a chain that this process has open, and its clients' connections
    hosting      an open chain: lock, timer, door
    keeping      what a chain file is told of states and finality
    upgrading    a chain of an older release goes on with this one's runtime
    chain_file   who holds a chain file, and where it can be reached
    collector    the collector of garbage rests while a chain is opened
    server asgi conversation  WebSocket and HTTP on one port, and one client's way through it
    access gate  who may use a port: which pages, which methods
    connections holding  what clients may leave open, and make the node hold
    fork/        a chain that goes on from a block of a live network
    metrics/     what is counted of a served chain: `/metrics`, `/health`
    rpc/         JSON-RPC, without sockets
    control/     what only a developer may do: `dev_*`, scaffolds, snapshots, dumps
    chain/       the host: blocks, pool, authoring, clock
    runtime/     the runtime behind the boundary, and its pallets
    state/       trie, overlay, store
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from local_node.embedded.local_chain import LocalChain
    from local_node.fork.options import Fork

__all__ = ["Fork", "LocalChain"]


def __getattr__(name: str) -> Any:
    # Lazy: whoever imports one room of the node shall not load all of it.
    if name == "LocalChain":
        from local_node.embedded.local_chain import LocalChain  # noqa: PLC0415

        return LocalChain
    if name == "Fork":
        from local_node.fork.options import Fork  # noqa: PLC0415

        return Fork
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
