"""`chainHead_v1_*`: follow the head of the chain and query the blocks near it.

Top to bottom:

    methods       the wire names
    follow        one subscription: its reported and pinned blocks
    operations    the operations on pinned blocks, and their progress

The requests of a client are answered in sequence, and an operation runs as soon as the answer with
its id is sent: so it ends before the next request, unless it waits for the client to continue. The
rules are those of Polkadot's JSON-RPC interface specification.
"""

from local_node.rpc.chain_head.methods import METHODS

__all__ = ["METHODS"]
