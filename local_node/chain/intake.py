"""What comes into the pool and what stays there: the runtime is asked, the pool keeps order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from local_node.chain.authoring import extrinsic_hash
from local_node.chain.block import Block
from local_node.chain.calls import RuntimeCalls
from local_node.chain.errors import PoolError, ValidityError, refused
from local_node.chain.events import Status
from local_node.chain.history import History
from local_node.chain.listeners import Listeners
from local_node.chain.pool import Pool, PoolState

REVALIDATED: Final = 16
"""How many of the longest unchecked extrinsics are checked again after each block; the author finds
the others, should they have become invalid."""


class Intake:
    """Lets extrinsics into a pool, and checks those in it as the chain grows."""

    def __init__(
        self, pool: Pool, calls: RuntimeCalls, history: History, listeners: Listeners
    ) -> None:
        self._pool = pool
        self._calls = calls
        self._history = history
        self._listeners = listeners

    def admit(self, extrinsic: bytes) -> bytes:
        """Check an extrinsic on the best block and take it in; raises `PoolError`."""
        name = extrinsic_hash(extrinsic)
        self._pool.refuse_known(name)
        valid = self._calls.validate(extrinsic)
        if isinstance(valid, ValidityError):
            if not valid.unknown:
                self._pool.ban([name])
            raise refused(valid)
        self._pool.add(name, extrinsic, valid, self._history.best.number)
        return name

    def block_imported(self, block: Block) -> None:
        """The best block is a new one: prune, tell, and check what stays."""
        names = [extrinsic_hash(extrinsic) for extrinsic in block.extrinsics]
        ours = [
            (index, name)
            for index, name in enumerate(names)
            if name in self._pool or self._listeners.is_watched(name)
        ]
        for index, name in ours:
            self._listeners.put_status(name, Status("inBlock", block.hash, index))
        self._pool.prune(names, self._tags_of_strangers(block, names))
        for index, name in ours:
            self._listeners.put_status(name, Status("finalized", block.hash, index))
        self._pool.remove_expired(block.number + 1)
        self._revalidate(block.number)

    def head_moved(self, retracted: Sequence[Block], *, resubmit: bool) -> None:
        """The head went elsewhere: everything in the pool is judged anew, on the state there.

        With `resubmit` the extrinsics of blocks that are gone come back, as Substrate has it.
        """
        waiting = [entry.extrinsic for entry in self._pool.clear()]
        if resubmit:
            for block in reversed(retracted):
                for extrinsic in block.extrinsics:
                    if isinstance(self._calls.validate(extrinsic), ValidityError):
                        continue
                    name = extrinsic_hash(extrinsic)
                    self._listeners.put_status(name, Status("retracted", block.hash))
                    waiting.append(extrinsic)
        self._pool.unban(extrinsic_hash(e) for block in retracted for e in block.extrinsics)
        for extrinsic in waiting:
            self._readmit(extrinsic)

    def restore(self, saved: PoolState) -> None:
        """The pool of an earlier moment comes back with the head of that moment; what the runtime
        said then holds again."""
        self._pool.restore(saved)

    def _readmit(self, extrinsic: bytes) -> None:
        name = extrinsic_hash(extrinsic)
        valid = self._calls.validate(extrinsic)
        try:
            if isinstance(valid, ValidityError):
                raise refused(valid)
            self._pool.add(name, extrinsic, valid, self._history.best.number)
        except PoolError:
            self._listeners.put_status(name, Status("invalid"))

    def _tags_of_strangers(self, block: Block, names: list[bytes]) -> set[bytes]:
        """What the extrinsics provide that came into the block without passing the pool.

        Only asked where something might be waiting for it.
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
