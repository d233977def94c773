"""Finality: the final block, a number of blocks behind the best one; only a rewind moves it back.

With a lag of 0 finality is instant: every best block is final, and nothing is stored. With a lag,
the final block is stored in the transaction that moves the head, so that a crash loses no finality.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from btsdk.errors import UsageError
from local_node.chain.block import BlockRef
from local_node.chain.history import History, TreeRoute
from local_node.state.store import Store

LONGEST_LAG: Final = 2**32 - 1
"""More than the blocks of any chain: blocks then become final on request alone."""

_LAG_NOTE: Final = "finality_lag"
_BLOCK_NOTE: Final = "finalized"


class FinalState(NamedTuple):
    """The final block at one moment, and the lag from there on."""

    block: BlockRef
    lag: int


class FinalityStep(NamedTuple):
    """A change of the final block: to `block`; `fresh` lists the newly final blocks, oldest first;
    `is_rewind` is set if a final block is abandoned."""

    block: BlockRef
    fresh: tuple[BlockRef, ...]
    lag: int
    is_rewind: bool = False


class Finality:
    """The final block of one store. A step is computed, stored with the change it belongs to, then
    taken."""

    def __init__(self, store: Store, history: History) -> None:
        self._store = store
        self._history = history
        self.lag = int(store.note(_LAG_NOTE) or 0)
        self._block = self._noted() if self.lag else None

    @property
    def block(self) -> BlockRef:
        """The final block; it is on the best chain."""
        return self._history.best.ref if self._block is None else self._block

    @property
    def state(self) -> FinalState:
        return FinalState(self.block, self.lag)

    def notes(self, step: FinalityStep) -> dict[str, bytes]:
        """The notes that store a step; empty while finality is instant."""
        notes = {} if step.lag == self.lag else {_LAG_NOTE: str(step.lag).encode()}
        return notes | ({_BLOCK_NOTE: step.block.hash} if step.lag else {})

    def take(self, step: FinalityStep) -> None:
        """Take a step that the store has noted."""
        self.lag = step.lag
        self._block = step.block if step.lag else None

    # Steps

    def after(self, best: BlockRef, route: TreeRoute) -> FinalityStep:
        """The step for a move of the head along `route` to `best`."""
        if self.lag == 0:
            return FinalityStep(best, route.enter, 0, is_rewind=bool(route.leave))
        base, is_rewind = self._base(route)
        return FinalityStep(*self._reach(base, best.number - self.lag, route), self.lag, is_rewind)

    def back_to(self, state: FinalState, route: TreeRoute) -> FinalityStep:
        """The step for a move of the head along `route` back to a moment with this finality."""
        base, is_rewind = self._base(route)
        _, fresh = self._from(base, state.block, route)
        return FinalityStep(state.block, fresh, state.lag, is_rewind)

    def up_to(self, block: BlockRef) -> FinalityStep:
        """The step that makes a block of the best chain final; it may be final already."""
        return FinalityStep(*self._from(self.block, block, self._standing()), self.lag)

    def with_lag(self, lag: int) -> FinalityStep:
        """The step to another lag."""
        route = self._standing()
        return FinalityStep(*self._reach(self.block, route.fork.number - lag, route), lag)

    def _standing(self) -> TreeRoute:
        return TreeRoute((), (), self._history.best.ref)

    def _base(self, route: TreeRoute) -> tuple[BlockRef, bool]:
        """The last final block that stays on the best chain, and whether others do not."""
        now = self.block
        is_rewind = now.number > route.fork.number
        return (route.fork if is_rewind else now), is_rewind

    def _reach(
        self, base: BlockRef, number: int, route: TreeRoute
    ) -> tuple[BlockRef, tuple[BlockRef, ...]]:
        """The final block and the newly final ones, if finality moves up from `base` to this
        number."""
        if number <= base.number:
            return base, ()
        return self._from(base, self._newest(number, route), route)

    def _from(
        self, base: BlockRef, block: BlockRef, route: TreeRoute
    ) -> tuple[BlockRef, tuple[BlockRef, ...]]:
        """The final block and the newly final ones, if finality moves up from `base` to `block`."""
        if block.number <= base.number:
            return base, ()
        return block, self._between(base, block, route)

    def _newest(self, number: int, route: TreeRoute) -> BlockRef:
        """The last block with at most this number, on the chain that `route` leads to."""
        for ref in reversed(route.enter):
            if ref.number <= number:
                return ref
        found = self._store.newest(min(number, route.fork.number))
        return self._history.known_header(found).ref

    def _between(self, base: BlockRef, block: BlockRef, route: TreeRoute) -> tuple[BlockRef, ...]:
        """The blocks above `base` up to `block`."""
        found = [ref for ref in reversed(route.enter) if ref.number <= block.number]
        below = route.fork if found else block
        while below.number > base.number:
            found.append(below)
            parent = self._history.known_header(below.hash).parent_hash
            below = self._history.known_header(parent).ref
        return tuple(reversed(found))

    def _noted(self) -> BlockRef:
        """The stored final block. After a move of the head by a release without a lag, the blocks
        that it abandoned are final."""
        noted = self._store.note(_BLOCK_NOTE)
        header = None if noted is None else self._history.header(noted)
        if header is None or self._history.hash_at(header.number) != header.hash:
            return self._history.best.ref
        return header.ref


def expect_lag(lag: int) -> int:
    """The lag, if a chain can have it; raises `UsageError` otherwise."""
    if type(lag) is not int or not 0 <= lag <= LONGEST_LAG:
        raise UsageError(
            f"the finality lag must be a whole number from 0 to {LONGEST_LAG}, not {lag!r}"
        )
    return lag
