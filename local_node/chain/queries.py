"""Read-only queries of a chain: blocks, states, and calls of the runtime.

Blocks and states are immutable, so reading them does not wait for the author of the next block;
calls of the runtime do.
"""

from __future__ import annotations

import threading

from btsdk.well_known_keys import CODE
from local_node.chain.block import Block, BlockRef, Header
from local_node.chain.calls import RuntimeCalls
from local_node.chain.errors import ValidityError
from local_node.chain.finality import Finality
from local_node.chain.genesis import Spec
from local_node.chain.history import History
from local_node.chain.patch import patch_of
from local_node.chain.validity import PoolValidity
from local_node.chain.view import StateView
from local_node.runtime.boundary import is_compiled
from local_node.runtime.version import RuntimeVersion


class Queries:
    """The read-only half of a chain."""

    def __init__(
        self,
        spec: Spec,
        history: History,
        finality: Finality,
        calls: RuntimeCalls,
        lock: threading.RLock,
    ) -> None:
        self.spec = spec
        self._history = history
        self._finality = finality
        self._calls = calls
        self._lock = lock

    # Blocks and states

    @property
    def best(self) -> BlockRef:
        return self._history.best.ref

    @property
    def finalized(self) -> BlockRef:
        """The final block, `finality_lag` blocks behind the best one."""
        return self._finality.block

    @property
    def finality_lag(self) -> int:
        """The finality lag in blocks; 0: finality is instant."""
        return self._finality.lag

    def unfinalized(self) -> list[BlockRef]:
        """The blocks above the final one and no higher than the best, on all branches; parents
        first."""
        return self._history.above(self.finalized, self.best.number)

    @property
    def timestamp_ms(self) -> int | None:
        """The best block's time, None for a block without a slot (the genesis)."""
        slot = self._history.best.slot
        return None if slot is None else slot * self._calls.slot_ms()

    @property
    def slot_ms(self) -> int:
        """The duration of a slot; under a runtime without slots, the distance of timestamps."""
        with self._lock:
            return self._calls.slot_ms()

    def header(self, block_hash: bytes) -> Header | None:
        return self._history.header(block_hash)

    def block(self, block_hash: bytes) -> Block | None:
        return self._history.block(block_hash)

    def hash_at(self, number: int) -> bytes | None:
        """The hash of the best chain's block with this number."""
        return self._history.hash_at(number)

    def numbers(self, first: int = 0, count: int = -1) -> list[int]:
        """The numbers of the best chain's blocks from `first` up, at most `count`; patches may skip
        numbers."""
        return self._history.numbers(first, count)

    def state(self, block_hash: bytes | None = None) -> StateView:
        """The state after a block, by default the best; it does not change while the chain grows.

        Raises `UnknownBlock`, or `StateDiscarded` where the state was pruned.
        """
        return self._history.state(block_hash)

    def has_at_hand(self, key: bytes) -> bool:
        """Whether the value of `key` in the best state is in memory: then a read does not wait, not
        even for a block that is being written."""
        return self._history.has_at_hand(key)

    def is_patched(self, block_hash: bytes) -> bool:
        """Whether the state of this block was patched; see `patch.py`."""
        return patch_of(self._history.known_header(block_hash)) is not None

    # The runtime

    @property
    def is_compiled(self) -> bool:
        """Whether the best state's runtime is a compiled one, not the bundled one."""
        return is_compiled(self.state().get(CODE))

    def call(self, entry: str, args: bytes = b"", at: bytes | None = None) -> bytes:
        """Call an entry point of the runtime on a block's state; its writes are discarded."""
        with self._lock:
            return self._calls.call(entry, args, at)

    def metadata(self, at: bytes | None = None) -> bytes:
        """The metadata that `state_getMetadata` serves, without its length prefix."""
        with self._lock:
            return self._calls.metadata(at)

    def version(self, at: bytes | None = None) -> RuntimeVersion:
        with self._lock:
            return self._calls.version(at)

    def validate(self, extrinsic: bytes, at: bytes | None = None) -> PoolValidity | ValidityError:
        """The runtime's verdict on an extrinsic, as the pool would get it."""
        with self._lock:
            return self._calls.validate(extrinsic, at)
