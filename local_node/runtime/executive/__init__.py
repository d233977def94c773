"""The entry points of the bundled runtime: SCALE bytes in, SCALE bytes out.

Layers, top to bottom:

    entry        Executive: finds the entry point, decodes its arguments, encodes its answer
    core         Core, Metadata and the other APIs that belong to no pallet
    fee_query    TransactionPaymentApi and TransactionPaymentCallApi
    genesis      GenesisBuilder: block 0 from a chain spec
    inherents    the extrinsics that an author must put in, and their check
    pool         TaggedTransactionQueue: may an extrinsic go into the pool
    blocks       Core and BlockBuilder: blocks, extrinsic by extrinsic
    extrinsics   bytes to a checked extrinsic
"""

from __future__ import annotations

from local_node.runtime.executive.entry import Executive

__all__ = ["Executive"]
