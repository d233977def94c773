"""Failed attempts to make a block: the reason, the count, and the time of the next attempt.

The author logs the first failure and the recovery, once each. Meanwhile reads are answered as
usual; extrinsics that would wait for a block are refused with the reason.
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
"""How long the author waits before it tries again by itself; doubled after each failure."""


PASSING: Final = (ChainFileError, StateUnavailable)
"""Faults outside the chain that may pass: a full disk gets room again, a remote answers again."""


class Trouble(NamedTuple):
    """Why no block can be made on `parent`, and when the next attempt is due (by
    `time.monotonic`)."""

    parent: bytes
    number: int
    reason: str
    tries: int
    again_s: float


class Attempts:
    """The failed attempts of one author; `failed` counts them."""

    def __init__(self, pool: TransactionPool, listeners: Listeners) -> None:
        self._pool = pool
        self._listeners = listeners
        self._trouble: Trouble | None = None
        self.failed = 0

    def trouble_on(self, head: bytes) -> Trouble | None:
        """The trouble that prevents a block on this head; None for any other head."""
        trouble = self._trouble
        return trouble if trouble is not None and trouble.parent == head else None

    def expect_none(self, head: bytes, mode: Mode) -> None:
        """Raises `PoolError` while an extrinsic in the pool would wait for a block in vain.

        In instant mode a submission triggers the next attempt, once the pause is over.
        """
        trouble = self.trouble_on(head)
        if trouble is None or isinstance(mode, Manual):
            return
        if not isinstance(mode, Instant) or self.pause_ms(head):
            raise cannot_author(trouble.reason)

    def fail(self, parent: Header, error: Exception, mode: Mode) -> None:
        """Record that no block could be made on `parent`.

        Watchers of extrinsics in the pool are told at once if the fault is lasting and blocks are
        made without a request.
        """
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
                "block #%d cannot be made: %s; reads work, and the node tries again",
                parent.number + 1,
                reason,
                exc_info=None if isinstance(error, BtError) else error,
            )
        if before is None and is_lasting and not isinstance(mode, Manual):
            names = [entry.hash for entry in self._pool.entries()]
            self._pool.drop(name for name in names if self._listeners.is_watched(name))

    def succeed(self) -> None:
        """Record that a block was made."""
        if self._trouble is not None:
            _log().warning("blocks are made again, after %d failed attempts", self._trouble.tries)
            self._trouble = None

    def pause_ms(self, head: bytes) -> int:
        """Milliseconds until the next attempt; 0 if there is no trouble."""
        trouble = self.trouble_on(head)
        if trouble is None:
            return 0
        return max(ceil((trouble.again_s - time.monotonic()) * 1000), 0)


def told(parent: Header, error: Exception) -> BtError:
    """The error to raise for a block that could not be made."""
    if isinstance(error, PASSING):
        return error
    return AuthoringError(
        f"block {parent.number + 1} could not be made: {_words(error)}",
        hint=getattr(error, "hint", None)
        or "Repair the state with dev_setStorage, or go back to an earlier block with dev_setHead.",
    )


def _words(error: Exception) -> str:
    return str(error) if isinstance(error, BtError) else f"{type(error).__name__}: {error}"


def _log() -> Logger:
    import logging  # noqa: PLC0415 - slow to load, for what should never happen

    return logging.getLogger(__name__)
