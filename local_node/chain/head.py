"""Moves of the best block, forwards and back, with the finality and events that follow.

The store changes first, then the pool, then the listeners are called: a listener finds the block of
an event on disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from btsdk.errors import UsageError
from local_node.chain.block import Block, BlockRef
from local_node.chain.events import Finalized, HeadMoved, Imported, StorageChanged, Work
from local_node.chain.finality import Finality, FinalityStep, FinalState, expect_lag
from local_node.chain.genesis import stored
from local_node.chain.history import History, TreeRoute
from local_node.chain.listeners import Listeners
from local_node.chain.pool import PoolState
from local_node.chain.submission import Submission
from local_node.state.blocks import KnownBlock
from local_node.state.store import Changes, Store
from local_node.state.trie import Update


class Head:
    """The best block of one store, and its moves."""

    def __init__(
        self,
        store: Store,
        history: History,
        finality: Finality,
        intake: Submission,
        listeners: Listeners,
    ) -> None:
        self._store = store
        self._history = history
        self._finality = finality
        self._intake = intake
        self._listeners = listeners

    def import_block(
        self, block: Block, update: Update, changes: Changes, work: Work | None = None
    ) -> None:
        """Store a block and make it the best one.

        If that abandons a branch, the extrinsics of its blocks return to the pool. A block that is
        stored already (one made again without a seal of its own) becomes the head.
        """
        route = self._history.route(self._history.best, block.header)
        step = self._finality.after(block.ref, route)
        notes, final = self._finality.notes(step), step.block.number
        try:
            changes = self._store.commit(stored(block), update, changes, notes, final)
        except KnownBlock:
            self.reorg_to(block.hash, resubmit=True)
            return
        below = route.enter[:-1]
        self._listeners.put(Imported(block, route.leave, below, work))
        self._listeners.put(StorageChanged(block.ref, changes))
        self._intake.head_moved(self._blocks(route.leave), [*self._blocks(below), block])
        self._publish_finality(step)

    def reorg_to(self, block_hash: bytes, *, resubmit: bool | None = None) -> None:
        """Make a block on disk the best one; raises as `History.state` does.

        The extrinsics of the abandoned blocks return to the pool if `resubmit` is true or, with
        None, if none of those blocks was final.
        """
        route = self._route_to(block_hash)
        step = self._finality.after(self._history.known_header(block_hash).ref, route)
        self._set_head(block_hash, route, self._finality.notes(step))
        left, entered = self._blocks(route.leave), self._blocks(route.enter)
        resubmit = not step.is_rewind if resubmit is None else resubmit
        self._intake.head_moved(left, entered, resubmit=resubmit)
        self._publish_finality(step)

    def restore(
        self, block_hash: bytes, final: FinalState, pool: PoolState, notes: Mapping[str, bytes]
    ) -> None:
        """As `reorg_to`, and restore the pool and finality of that moment; `notes` are written in
        the same transaction."""
        route = self._route_to(block_hash)
        step = self._finality.back_to(final, route)
        self._set_head(block_hash, route, {**notes, **self._finality.notes(step)})
        self._intake.restore(pool, self._blocks(route.leave), self._blocks(route.enter))
        self._publish_finality(step)

    def finalize(self, block_hash: bytes | None = None) -> BlockRef:
        """Make a block of the best chain final with all below it, by default the best one; returns
        the final block. Raises `UnknownBlock`, and `UsageError` for a block of another branch."""
        ref = self._history.known_header(block_hash or self._store.head).ref
        if self._history.hash_at(ref.number) != ref.hash:
            raise UsageError(f"block {ref} is not on the best chain, so it cannot be made final")
        self._set_finality(self._finality.up_to(ref))
        return self._finality.block

    def set_lag(self, lag: int) -> None:
        """Set the finality lag, in blocks behind the best one; final blocks stay final."""
        self._set_finality(self._finality.with_lag(expect_lag(lag)))

    def _route_to(self, block_hash: bytes) -> TreeRoute:
        new = self._history.known_header(block_hash)
        self._history.state(block_hash)
        return self._history.route(self._history.best, new)

    def _set_head(self, block_hash: bytes, route: TreeRoute, notes: Mapping[str, bytes]) -> None:
        changes = self._store.set_head(block_hash, notes)
        if route.leave or route.enter:
            best = self._history.best.ref
            self._listeners.put(HeadMoved(best, route.leave, route.enter))
            self._listeners.put(StorageChanged(best, changes))

    def _set_finality(self, step: FinalityStep) -> None:
        """Store a change of finality without a move of the head."""
        self._store.set_notes(self._finality.notes(step))
        self._publish_finality(step)

    def _publish_finality(self, step: FinalityStep) -> None:
        """Take a stored change of finality and notify the listeners."""
        self._finality.take(step)
        for ref in step.fresh:
            self._intake.block_finalized(ref.hash)
        if step.fresh:
            self._listeners.put(Finalized(step.block, step.fresh[:-1]))

    def _blocks(self, refs: Iterable[BlockRef]) -> list[Block]:
        found = [self._history.block(ref.hash) for ref in refs]
        return [block for block in found if block is not None]
