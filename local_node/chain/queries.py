"""What can be asked of a chain without changing it: blocks, states, and what the runtime says.

Blocks and states that are there never change, so reading them does not wait for whoever makes the
next block; running the runtime does.
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
    """The half of a chain that only looks."""

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
        """The last block that no reorganisation takes back; `finality_lag` behind the best one."""
        return self._finality.block

    @property
    def finality_lag(self) -> int:
        """How many numbers finality is behind the best block; 0: it is instant."""
        return self._finality.lag

    def unfinalized(self) -> list[BlockRef]:
        """The blocks above the final one and no higher than the best, those of other branches too;
        each after its parent."""
        return self._history.above(self.finalized, self.best.number)

    @property
    def timestamp_ms(self) -> int | None:
        """The best block's time, None for one without a slot (the genesis)."""
        slot = self._history.best.slot
        return None if slot is None else slot * self._calls.slot_ms()

    @property
    def slot_ms(self) -> int:
        """How long a slot is; of a runtime without slots, how far apart timestamps are."""
        with self._lock:
            return self._calls.slot_ms()

    def header(self, block_hash: bytes) -> Header | None:
        return self._history.header(block_hash)

    def block(self, block_hash: bytes) -> Block | None:
        return self._history.block(block_hash)

    def hash_at(self, number: int) -> bytes | None:
        """The block of the best chain with this number."""
        return self._history.hash_at(number)

    def numbers(self, first: int = 0, count: int = -1) -> list[int]:
        """The numbers of the best chain's blocks from `first` up, at most `count`; patches may
        skip some."""
        return self._history.numbers(first, count)

    def state(self, block_hash: bytes | None = None) -> StateView:
        """The state after a block, by default the best; it stays that while the chain grows.

        Raises `UnknownBlock`, or `StateDiscarded` where the state was pruned.
        """
        return self._history.state(block_hash)

    def has_at_hand(self, key: bytes) -> bool:
        """Whether memory holds what lies under `key` in the best state: then reading it waits for
        nobody, not even for a block on its way to the disk."""
        return self._history.has_at_hand(key)

    def is_patched(self, block_hash: bytes) -> bool:
        """Whether somebody wrote over the state of this block; see `patch.py`."""
        return patch_of(self._history.known_header(block_hash)) is not None

    # The runtime

    @property
    def is_compiled(self) -> bool:
        """Whether the best state's runtime is a compiled one, and not the bundled one."""
        return is_compiled(self.state().get(CODE))

    def call(self, entry: str, args: bytes = b"", at: bytes | None = None) -> bytes:
        """Run an entry point of the runtime on a block's state; what it writes is dropped."""
        with self._lock:
            return self._calls.call(entry, args, at)

    def metadata(self, at: bytes | None = None) -> bytes:
        """The metadata that `state_getMetadata` serves, without the length in front of it."""
        with self._lock:
            return self._calls.metadata(at)

    def version(self, at: bytes | None = None) -> RuntimeVersion:
        with self._lock:
            return self._calls.version(at)

    def validate(self, extrinsic: bytes, at: bytes | None = None) -> PoolValidity | ValidityError:
        """What the pool would be told of an extrinsic."""
        with self._lock:
            return self._calls.validate(extrinsic, at)
