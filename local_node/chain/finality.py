"""Which block is final: so many numbers behind the best one, and never back but by a rewind.

With a lag of 0 finality is instant: every best block is final, and nothing is noted of it. With a
lag the final block is noted in the transaction that moves the head, so that a process that dies
forgets nothing that it called final.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from btsdk.errors import UsageError
from local_node.chain.block import BlockRef
from local_node.chain.history import History, TreeRoute
from local_node.state.store import Store

LONGEST_LAG: Final = 2**32 - 1
"""More than a chain has blocks: then they become final on request alone."""

_LAG_NOTE: Final = "finality_lag"
_BLOCK_NOTE: Final = "finalized"


class FinalState(NamedTuple):
    """What is final at one moment, and how far that is behind from there on."""

    block: BlockRef
    lag: int


class FinalityStep(NamedTuple):
    """From what is final to what will be: `block`, and `fresh`, what was not final before, oldest
    first; `is_rewind` where a final block is left behind."""

    block: BlockRef
    fresh: tuple[BlockRef, ...]
    lag: int
    is_rewind: bool = False


class Finality:
    """The final block of one store. A step is worked out, noted with what it goes with, taken."""

    def __init__(self, store: Store, history: History) -> None:
        self._store = store
        self._history = history
        self.lag = int(store.note(_LAG_NOTE) or 0)
        self._block = self._noted() if self.lag else None

    @property
    def block(self) -> BlockRef:
        """The last final block; it is on the best chain."""
        return self._history.best.ref if self._block is None else self._block

    @property
    def state(self) -> FinalState:
        return FinalState(self.block, self.lag)

    def notes(self, step: FinalityStep) -> dict[str, bytes]:
        """What the store is to note of a step; nothing while finality is instant."""
        notes = {} if step.lag == self.lag else {_LAG_NOTE: str(step.lag).encode()}
        return notes | ({_BLOCK_NOTE: step.block.hash} if step.lag else {})

    def take(self, step: FinalityStep) -> None:
        """The store has noted it."""
        self.lag = step.lag
        self._block = step.block if step.lag else None

    # Steps

    def after(self, best: BlockRef, route: TreeRoute) -> FinalityStep:
        """The head is about to go along `route` to `best`."""
        if self.lag == 0:
            return FinalityStep(best, route.enter, 0, is_rewind=bool(route.leave))
        base, is_rewind = self._base(route)
        return FinalityStep(*self._reach(base, best.number - self.lag, route), self.lag, is_rewind)

    def back_to(self, state: FinalState, route: TreeRoute) -> FinalityStep:
        """The head is about to go along `route` to where this was final."""
        base, is_rewind = self._base(route)
        _, fresh = self._from(base, state.block, route)
        return FinalityStep(state.block, fresh, state.lag, is_rewind)

    def up_to(self, block: BlockRef) -> FinalityStep:
        """Somebody wants a block of the best chain to be final; it may be already."""
        return FinalityStep(*self._from(self.block, block, self._standing()), self.lag)

    def with_lag(self, lag: int) -> FinalityStep:
        """Somebody wants another lag."""
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
        """Finality goes from `base` as far as this number, if that is forwards."""
        if number <= base.number:
            return base, ()
        return self._from(base, self._newest(number, route), route)

    def _from(
        self, base: BlockRef, block: BlockRef, route: TreeRoute
    ) -> tuple[BlockRef, tuple[BlockRef, ...]]:
        """Finality goes from `base` to `block`, if that is forwards, over these."""
        if block.number <= base.number:
            return base, ()
        return block, self._between(base, block, route)

    def _newest(self, number: int, route: TreeRoute) -> BlockRef:
        """The last block with such a number or a lower one, on the chain that `route` leads to."""
        for ref in reversed(route.enter):
            if ref.number <= number:
                return ref
        found = self._store.newest(min(number, route.fork.number))
        return self._history.known_header(found).ref

    def _between(self, base: BlockRef, block: BlockRef, route: TreeRoute) -> tuple[BlockRef, ...]:
        """From the block above `base` up to `block`."""
        found = [ref for ref in reversed(route.enter) if ref.number <= block.number]
        below = route.fork if found else block
        while below.number > base.number:
            found.append(below)
            parent = self._history.known_header(below.hash).parent_hash
            below = self._history.known_header(parent).ref
        return tuple(reversed(found))

    def _noted(self) -> BlockRef:
        """Where a release that knows no lag has moved the head meanwhile, what it left is final."""
        noted = self._store.note(_BLOCK_NOTE)
        header = None if noted is None else self._history.header(noted)
        if header is None or self._history.hash_at(header.number) != header.hash:
            return self._history.best.ref
        return header.ref


def expect_lag(lag: int) -> int:
    """A lag that a chain can have; raises `UsageError` for others."""
    if type(lag) is not int or not 0 <= lag <= LONGEST_LAG:
        raise UsageError(f"the finality lag is a whole number from 0 to {LONGEST_LAG}, not {lag!r}")
    return lag
