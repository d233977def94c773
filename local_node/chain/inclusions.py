"""Extrinsics of this pool in blocks that are not final yet.

A watcher is told when the block of its extrinsic becomes final or leaves the best chain.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from local_node.chain.events import Status, StatusKind
from local_node.chain.pool import Notify

MOST_BLOCKS: Final = 512
"""How many blocks are tracked; the extrinsics of the oldest time out beyond it, as in Substrate."""

Placed = tuple[int, bytes]
"""The index of an extrinsic in its block, and its hash."""


class Inclusions:
    """Included extrinsics that wait for finality, by block; `notify` is called with each new
    status."""

    def __init__(self, notify: Notify) -> None:
        self._notify = notify
        self._blocks: dict[bytes, Sequence[Placed]] = {}

    def add(self, block_hash: bytes, placed: Sequence[Placed]) -> None:
        """Record extrinsics of a block on the best chain."""
        for index, name in placed:
            self._notify(name, Status("inBlock", block_hash, index))
        if placed:
            self._blocks[block_hash] = placed
        while len(self._blocks) > MOST_BLOCKS:
            oldest = next(iter(self._blocks))
            self._end(oldest, "finalityTimeout")

    def retract(self, block_hash: bytes) -> list[bytes]:
        """Record that the block left the best chain; returns the extrinsics whose watchers were
        told."""
        placed = self._blocks.pop(block_hash, ())
        for _, name in placed:
            self._notify(name, Status("retracted", block_hash))
        return [name for _, name in placed]

    def finalize(self, block_hash: bytes) -> None:
        """Record that the block is final."""
        self._end(block_hash, "finalized")

    def _end(self, block_hash: bytes, kind: StatusKind) -> None:
        for index, name in self._blocks.pop(block_hash, ()):
            self._notify(name, Status(kind, block_hash, index))
