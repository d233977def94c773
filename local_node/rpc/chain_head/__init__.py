"""`chainHead_v1_*`: the blocks near the head of the chain, followed and looked into.

Top to bottom:

    methods       the wire names
    follow        one subscription: which blocks it has told of, and which of them are pinned
    operations    what a client has asked of pinned blocks, and how far that has come

Requests of one client are answered one after the other, and an operation runs as soon as the answer
that names it is out: so it is over before the next request, unless it waits for the client to
continue. The rules are those of Polkadot's JSON-RPC interface specification.
"""

from local_node.rpc.chain_head.methods import METHODS

__all__ = ["METHODS"]
