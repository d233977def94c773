"""Blocks that could not be made: why, how often, and when to try again.

The author says once that it fails and once that it makes blocks again. Meanwhile the chain is read
as ever; what waits for a block is refused with the reason.
"""

from __future__ import annotations

import time
from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from btsdk.errors import BtError, ChainFileError
from local_node.chain.authoring import AuthoringError
from local_node.chain.block import Header
from local_node.chain.errors import cannot_author
from local_node.chain.listeners import Listeners
from local_node.chain.modes import Instant, Manual, Mode
from local_node.chain.pool import TransactionPool
from local_node.state.trie import StateUnavailable

if TYPE_CHECKING:
    from logging import Logger

FIRST_PAUSE_MS: Final = 1_000
LONGEST_PAUSE_MS: Final = 16_000
"""How long the author waits before it tries again by itself: each time twice as long."""


PASSING: Final = (ChainFileError, StateUnavailable)
"""Faults of what is around the chain: a full disk may have room again, and a remote may answer."""


class Trouble(NamedTuple):
    """Why no block follows `parent`, and when it is tried again (by `time.monotonic`)."""

    parent: bytes
    number: int
    reason: str
    tries: int
    again_s: float


class Attempts:
    """What the author of one chain has tried in vain; `failed` counts it."""

    def __init__(self, pool: TransactionPool, listeners: Listeners) -> None:
        self._pool = pool
        self._listeners = listeners
        self._trouble: Trouble | None = None
        self.failed = 0

    def trouble_on(self, head: bytes) -> Trouble | None:
        """What keeps blocks from following this head; another head is another matter."""
        trouble = self._trouble
        return trouble if trouble is not None and trouble.parent == head else None

    def expect_none(self, head: bytes, mode: Mode) -> None:
        """Raises `PoolError` while what comes into the pool would wait for a block in vain.

        In instant mode it is the submission that has another block tried, once the pause is over.
        """
        trouble = self.trouble_on(head)
        if trouble is None or isinstance(mode, Manual):
            return
        if not isinstance(mode, Instant) or self.pause_ms(head):
            raise cannot_author(trouble.reason)

    def fail(self, parent: Header, error: Exception, mode: Mode) -> None:
        """A block could not be made on `parent`. Whoever waits for one in the pool hears so at
        once, where the fault is a lasting one and blocks come without being asked for."""
        before = self.trouble_on(parent.hash)
        tries = 1 if before is None else before.tries + 1
        pause = min(FIRST_PAUSE_MS << min(tries - 1, 16), LONGEST_PAUSE_MS)
        reason = _words(error)
        is_lasting = not isinstance(error, PASSING)
        again = time.monotonic() + pause / 1000
        self.failed += 1
        self._trouble = Trouble(parent.hash, parent.number + 1, reason, tries, again)
        if before is None:
            _log().error(
                "block #%d cannot be made: %s; reads are answered, and it is tried again",
                parent.number + 1,
                reason,
                exc_info=None if isinstance(error, BtError) else error,
            )
        if before is None and is_lasting and not isinstance(mode, Manual):
            names = [entry.hash for entry in self._pool.entries()]
            self._pool.drop(name for name in names if self._listeners.is_watched(name))

    def succeed(self) -> None:
        """A block was made."""
        if self._trouble is not None:
            _log().warning("blocks are made again, after %d failed tries", self._trouble.tries)
            self._trouble = None

    def pause_ms(self, head: bytes) -> int:
        """How long not to try again; 0 where nothing is wrong."""
        trouble = self.trouble_on(head)
        if trouble is None:
            return 0
        return max(ceil((trouble.again_s - time.monotonic()) * 1000), 0)


def told(parent: Header, error: Exception) -> BtError:
    """What to raise for a block that could not be made."""
    if isinstance(error, PASSING):
        return error
    return AuthoringError(
        f"block {parent.number + 1} could not be made: {_words(error)}",
        hint=getattr(error, "hint", None)
        or "Mend the state with dev_setStorage, or go back to an earlier block with dev_setHead.",
    )


def _words(error: Exception) -> str:
    return str(error) if isinstance(error, BtError) else f"{type(error).__name__}: {error}"


def _log() -> Logger:
    import logging  # noqa: PLC0415 - slow to load, for what should never happen

    return logging.getLogger(__name__)
