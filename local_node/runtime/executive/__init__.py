"""The entry points of the bundled runtime: SCALE bytes in, SCALE bytes out.

Layers, top to bottom:

  entry        Executive: finds the entry point, decodes its arguments, encodes its result
  core         Core, Metadata and the other APIs that belong to no pallet
  fee_query    TransactionPaymentApi and TransactionPaymentCallApi
  genesis      GenesisBuilder: block 0 from a chain spec
  inherents    the extrinsics that an author must include, and their check
  pool         TaggedTransactionQueue: the validation of extrinsics for the pool
  blocks       Core and BlockBuilder: execution of blocks and extrinsics
  extrinsics   decoding and checks of extrinsics
"""

from __future__ import annotations

from local_node.runtime.executive.entry import Executive

__all__ = ["Executive"]
