"""A Substrate-style development node that runs the Bittensor chain on one machine.

Top to bottom:

    pytest_plugin  fixtures for tests against a chain
    process/       the node process: a chain file served on a port
    runtime_diff/  the same extrinsics on two runtimes, and the differences
    embedded/      the chain in the process of its client (entry point `btsdk.transports`)
    server/        WebSocket and HTTP on one port, `/metrics`, `/health`, the explorer page
    rpc/           JSON-RPC, without sockets
    dev/           development controls: `dev_*`, scaffolds, snapshots, dumps
    explorer/      decoded blocks, accounts and subnets
    fork/          a chain that continues from a block of a live network
    chain/         the host: blocks, pool, authoring, clock
    runtime/       the runtime behind the boundary, and its pallets
    state/         trie, overlay, store
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from local_node.embedded.local_chain import LocalChain
    from local_node.fork.options import Fork

__all__ = ["Fork", "LocalChain"]


def __getattr__(name: str) -> Any:
    # Lazy: importing one room of the node must not load all of it.
    if name == "LocalChain":
        from local_node.embedded.local_chain import LocalChain  # noqa: PLC0415

        return LocalChain
    if name == "Fork":
        from local_node.fork.options import Fork  # noqa: PLC0415

        return Fork
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
