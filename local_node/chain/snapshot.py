"""A chain as it stood at one moment: a few pointers, since blocks and states stay on disk."""

from __future__ import annotations

from btsdk.frozen import Frozen
from local_node.chain.block import BlockRef
from local_node.chain.finality import FinalState
from local_node.chain.modes import Mode
from local_node.chain.pool import PoolState


class Snapshot(Frozen, hidden=("pool",)):
    """The head, what was final, how far time travel had moved the clock, what waited in the pool,
    and how blocks were made; `impersonated` are the accounts for which no signature was needed."""

    best: BlockRef
    final: FinalState
    clock_offset_ms: int
    mode: Mode
    impersonated: frozenset[bytes]
    pool: PoolState
