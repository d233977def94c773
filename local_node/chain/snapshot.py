"""A snapshot of a chain: a few pointers, since blocks and states stay on disk."""

from __future__ import annotations

from btsdk.frozen import Frozen
from local_node.chain.block import BlockRef
from local_node.chain.finality import FinalState
from local_node.chain.modes import Mode
from local_node.chain.pool import PoolState


class Snapshot(Frozen, hidden=("pool",)):
    """The head, the final block, the clock's offset, the content of the pool, and the mode;
    `impersonated` are the accounts that needed no signature."""

    best: BlockRef
    final: FinalState
    clock_offset_ms: int
    mode: Mode
    impersonated: frozenset[bytes]
    pool: PoolState
