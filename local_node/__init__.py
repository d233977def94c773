"""A Substrate-style development node that runs the Bittensor chain on one machine.

Top to bottom:

    pytest_plugin  fixtures for other people's tests
    local_chain  LocalChain: a chain in memory, for a test or a script
    node         a node process: a chain file served on a port
    announcement  what a node says of itself at its start
    maintenance  chain files that nobody has open: import, check
    embedded     the same chain file for clients in this process (entry point `btsdk.transports`)
    hosting      an open chain: lock, timer, door
    upgrading    a chain of an older release goes on with this one's runtime
    chain_file   who holds a chain file, and where it can be reached
    server asgi conversation  WebSocket and HTTP on one port, and one client's way through it
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
    from local_node.local_chain import LocalChain

__all__ = ["LocalChain"]


def __getattr__(name: str) -> Any:
    # Lazy: whoever imports one room of the node shall not load all of it.
    if name == "LocalChain":
        from local_node.local_chain import LocalChain  # noqa: PLC0415

        return LocalChain
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
