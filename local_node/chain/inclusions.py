"""Extrinsics of this pool in blocks that may still be left: whoever follows one hears what becomes
of it when its block becomes final, or is no longer on the best chain.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from local_node.chain.events import Status, StatusKind
from local_node.chain.pool import Notify

MOST_BLOCKS: Final = 512
"""As many blocks wait to be final; what is in the oldest is given up then, as Substrate does."""

Placed = tuple[int, bytes]
"""An extrinsic's place in its block, and its hash."""


class Inclusions:
    """What waits for finality, by block; `notify` hears each change of an extrinsic's status."""

    def __init__(self, notify: Notify) -> None:
        self._notify = notify
        self._blocks: dict[bytes, Sequence[Placed]] = {}

    def add(self, block_hash: bytes, placed: Sequence[Placed]) -> None:
        """These have come into a block on the best chain."""
        for index, name in placed:
            self._notify(name, Status("inBlock", block_hash, index))
        if placed:
            self._blocks[block_hash] = placed
        while len(self._blocks) > MOST_BLOCKS:
            oldest = next(iter(self._blocks))
            self._end(oldest, "finalityTimeout")

    def retract(self, block_hash: bytes) -> list[bytes]:
        """The block is no longer on the best chain; the extrinsics that were told so."""
        placed = self._blocks.pop(block_hash, ())
        for _, name in placed:
            self._notify(name, Status("retracted", block_hash))
        return [name for _, name in placed]

    def finalize(self, block_hash: bytes) -> None:
        """The block stays."""
        self._end(block_hash, "finalized")

    def _end(self, block_hash: bytes, kind: StatusKind) -> None:
        for index, name in self._blocks.pop(block_hash, ()):
            self._notify(name, Status(kind, block_hash, index))
