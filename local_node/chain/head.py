"""Moves the head of the chain: to a new block, or to one that was there; and tells what happened.

First the store, then the pool, then the listeners: whoever hears of a block finds it on disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from local_node.chain.block import Block, BlockRef
from local_node.chain.events import Finalized, HeadMoved, Imported, StorageChanged, Work
from local_node.chain.genesis import stored
from local_node.chain.history import History
from local_node.chain.intake import Intake
from local_node.chain.listeners import Listeners
from local_node.chain.pool import PoolState
from local_node.state.store import Changes, Store
from local_node.state.trie import Update


class Head:
    """The best block of one store, and the moves that it can make."""

    def __init__(
        self, store: Store, history: History, intake: Intake, listeners: Listeners
    ) -> None:
        self._store = store
        self._history = history
        self._intake = intake
        self._listeners = listeners

    def grow(
        self, block: Block, update: Update, changes: Changes, work: Work | None = None
    ) -> None:
        """Put a block on disk and make it the best; where that leaves a branch, the extrinsics of
        the blocks that are left come back into the pool."""
        old = self._history.best
        changes = self._store.commit(stored(block), update, changes)
        leave, enter = self._history.route(old, block.header)
        self._listeners.put(Imported(block, tuple(leave), tuple(enter[:-1]), work))
        self._listeners.put(StorageChanged(block.ref, changes))
        self._entered([*self._blocks(enter[:-1]), block])
        if leave:
            self._intake.head_moved(self._blocks(leave), resubmit=True)

    def move(self, block_hash: bytes, *, resubmit: bool) -> None:
        """Make a block that is on disk the best one; raises as `History.state` does."""
        leave, enter = self._go(block_hash, {})
        self._entered(self._blocks(enter))
        self._intake.head_moved(self._blocks(leave), resubmit=resubmit)

    def restore(self, block_hash: bytes, pool: PoolState, notes: Mapping[str, bytes]) -> None:
        """As `move`, with the pool that there was then, and `notes` in the same transaction."""
        _, enter = self._go(block_hash, notes)
        self._intake.restore(pool)
        for block in enter:
            self._listeners.put(Finalized(block))

    def _go(
        self, block_hash: bytes, notes: Mapping[str, bytes]
    ) -> tuple[list[BlockRef], list[BlockRef]]:
        old, new = self._history.best, self._history.known_header(block_hash)
        self._history.state(block_hash)
        leave, enter = self._history.route(old, new)
        changes = self._store.set_head(block_hash, notes)
        if leave or enter:
            self._listeners.put(HeadMoved(new.ref, tuple(leave), tuple(enter)))
            self._listeners.put(StorageChanged(new.ref, changes))
        return leave, enter

    def _entered(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._intake.block_imported(block)
            self._listeners.put(Finalized(block.ref))

    def _blocks(self, refs: Iterable[BlockRef]) -> list[Block]:
        found = [self._history.block(ref.hash) for ref in refs]
        return [block for block in found if block is not None]
