"""Submission of extrinsics to the pool, and their revalidation as the chain grows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from local_node.chain.authoring import extrinsic_hash
from local_node.chain.block import Block
from local_node.chain.calls import RuntimeCalls
from local_node.chain.errors import PoolError, ValidityError, refused, unverified
from local_node.chain.events import Status
from local_node.chain.history import History
from local_node.chain.inclusions import Inclusions
from local_node.chain.listeners import Listeners
from local_node.chain.pool import PoolState, TransactionPool
from local_node.runtime.boundary import RuntimePanic

REVALIDATED: Final = 16
"""How many of the extrinsics validated longest ago are revalidated after each block; the author
finds those of the others that have become invalid.
"""


class Submission:
    """Adds extrinsics to a pool, and revalidates them as the chain grows."""

    def __init__(
        self, pool: TransactionPool, calls: RuntimeCalls, history: History, listeners: Listeners
    ) -> None:
        self._pool = pool
        self._calls = calls
        self._history = history
        self._listeners = listeners
        self._inclusions = Inclusions(listeners.put_status)

    def admit(self, extrinsic: bytes) -> bytes:
        """Validate an extrinsic on the best block and add it to the pool; raises `PoolError`."""
        name = extrinsic_hash(extrinsic)
        self._pool.refuse_known(name)
        try:
            valid = self._calls.judge(extrinsic)
        except RuntimePanic as panic:
            raise unverified(panic.reason) from panic
        if isinstance(valid, ValidityError):
            if not valid.unknown:
                self._pool.ban([name])
            raise refused(valid)
        self._pool.add(name, extrinsic, valid, self._history.best.number)
        return name

    def head_moved(
        self, left: Sequence[Block], entered: Sequence[Block], *, resubmit: bool = True
    ) -> None:
        """Follow a move of the head from some blocks, newest first, to others, oldest first.

        With `resubmit` the valid extrinsics of abandoned blocks return to the pool, as in
        Substrate. A watcher is first told of the retraction, then of the new status.
        """
        told = self._retracted(left)
        for block in entered:
            self._included(block)
            self._pool.remove_expired(block.number + 1)
        if left or len(entered) > 1:
            self._judge_anew(_extrinsics(left), _extrinsics(entered), told if resubmit else None)
        elif entered:
            self._revalidate(entered[-1].number)
        if not resubmit:
            self._forsake(told, entered)

    def block_finalized(self, block_hash: bytes) -> None:
        """Tell the watchers of a block's extrinsics that it is final."""
        self._inclusions.finalize(block_hash)

    def restore(self, saved: PoolState, left: Sequence[Block], entered: Sequence[Block]) -> None:
        """Restore the pool of an earlier moment with its head; the runtime's verdicts of then are
        valid again."""
        told = self._retracted(left)
        for block in entered:
            self._included(block)
        self._pool.restore(saved)
        self._forsake(told, entered)

    def _included(self, block: Block) -> None:
        """Tell watchers that a block is on the best chain, and prune the pool."""
        names = [extrinsic_hash(extrinsic) for extrinsic in block.extrinsics]
        ours = [
            (index, name)
            for index, name in enumerate(names)
            if name in self._pool or self._listeners.is_watched(name)
        ]
        self._inclusions.add(block.hash, ours)
        self._pool.prune(names, self._tags_of_strangers(block, names))

    def _retracted(self, left: Sequence[Block]) -> set[bytes]:
        """Tell watchers that blocks left the best chain; returns the extrinsics whose watchers were
        told."""
        return {name for block in left for name in self._inclusions.retract(block.hash)}

    def _forsake(self, told: Iterable[bytes], entered: Sequence[Block]) -> None:
        """Drop the retracted extrinsics that are neither in another block nor back in the pool."""
        here = _extrinsics(entered)
        for name in told:
            if name not in self._pool and name not in here:
                self._listeners.put_status(name, Status("dropped"))

    def _judge_anew(
        self,
        left: dict[bytes, bytes],
        entered: dict[bytes, bytes],
        told: set[bytes] | None,
    ) -> None:
        """Revalidate the pool on the state of the new head; with `told` None, without the
        extrinsics of the abandoned blocks."""
        before = {entry.hash: self._pool.kind(entry.hash) for entry in self._pool.entries()}
        again = {name: data for name, data in left.items() if name not in entered}
        waiting = {entry.hash: entry.extrinsic for entry in self._pool.clear()}
        self._pool.unban(again)
        with self._listeners.only_changes(before):
            for name, extrinsic in waiting.items():
                self._readmit(name, extrinsic, is_followed=True)
            if told is not None:
                for name, extrinsic in again.items():
                    self._readmit(name, extrinsic, is_followed=name in told)

    def _readmit(self, name: bytes, extrinsic: bytes, *, is_followed: bool) -> None:
        """Return an extrinsic to the pool if it is valid; inherents never are."""
        valid = self._calls.validate(extrinsic)
        try:
            if isinstance(valid, ValidityError):
                raise refused(valid)
            self._pool.add(name, extrinsic, valid, self._history.best.number)
        except PoolError:
            if is_followed:
                self._listeners.put_status(name, Status("invalid"))

    def _tags_of_strangers(self, block: Block, names: list[bytes]) -> set[bytes]:
        """The tags provided by the block's extrinsics that were not in the pool.

        Computed only if a future extrinsic might wait for one.
        """
        tags: set[bytes] = set()
        if len(self._pool) == sum(name in self._pool for name in names):
            return tags
        for name, extrinsic in zip(names, block.extrinsics, strict=True):
            if name not in self._pool:
                valid = self._calls.validate(extrinsic, block.header.parent_hash)
                if not isinstance(valid, ValidityError):
                    tags.update(valid.provides)
        return tags

    def _revalidate(self, number: int) -> None:
        invalid = []
        for entry in self._pool.longest_unchecked(REVALIDATED):
            valid = self._calls.validate(entry.extrinsic)
            if not isinstance(valid, ValidityError):
                self._pool.refresh(entry, valid, number)
            elif not valid.exhausts_resources:
                invalid.append(entry.hash)
        self._pool.remove_invalid(invalid)


def _extrinsics(blocks: Sequence[Block]) -> dict[bytes, bytes]:
    """The extrinsics of these blocks, by hash, from the oldest block to the newest."""
    in_order = sorted(blocks, key=lambda block: block.number)
    return {extrinsic_hash(data): data for block in in_order for data in block.extrinsics}
