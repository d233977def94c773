"""A Substrate-style development node that runs the Bittensor chain on one machine.

Top to bottom:

    node         a node process: a chain file served on a port
    embedded     the same chain file for clients in this process (entry point `btsdk.transports`)
    hosting      an open chain: lock, timer, door
    chain_file   who holds a chain file, and where it can be reached
    server asgi  WebSocket and HTTP on one port
    rpc/         JSON-RPC, without sockets
    chain/       the host: blocks, pool, authoring, clock
    runtime/     the runtime behind the boundary, and its pallets
    state/       trie, overlay, store
"""
