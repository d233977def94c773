"""The quick search: SHA-256 one by one, Keccak in batches. It agrees with `reference.search`.

Only the most significant 64 bits of a seal are compared in bulk; candidates are checked exactly.
"""

from __future__ import annotations

import hashlib

import numpy as np

from btsdk.pow.keccak import Keccak, Lanes
from btsdk.pow.seal import NONCES, Puzzle, highest_seal, meets

BATCH = 1024
"""Nonces at once: the arrays then stay in a processor's second cache."""

_LOW_BITS = 192


class BatchSearch:
    """A search with preallocated arrays; use one object a thread."""

    def __init__(self, size: int = BATCH) -> None:
        self._size = size
        self._keccak = Keccak(size)

    def search(self, puzzle: Puzzle, difficulty: int, start: int, count: int) -> int | None:
        """As `reference.search`; the last batch may hash beyond `count` but finds nothing there."""
        for begun in range(0, count, self._size):
            wanted = min(self._size, count - begun)
            nonce = self._search_batch(puzzle, difficulty, start + begun, wanted)
            if nonce is not None:
                return nonce
        return None

    def _search_batch(self, puzzle: Puzzle, difficulty: int, start: int, wanted: int) -> int | None:
        digests = self._keccak.digests(self._messages(puzzle, start))
        limit = np.uint64(highest_seal(difficulty) >> _LOW_BITS)
        for offset in np.flatnonzero(digests[3, :wanted] <= limit):
            nonce = (start + int(offset)) % NONCES
            if meets(puzzle.seal(nonce), difficulty):
                return nonce
        return None

    def _messages(self, puzzle: Puzzle, start: int) -> Lanes:
        sha256, before, after = hashlib.sha256, puzzle.before, puzzle.after
        hashed = b"".join(
            [
                sha256(before + (nonce % NONCES).to_bytes(8, "little") + after).digest()
                for nonce in range(start, start + self._size)
            ]
        )
        lanes: Lanes = np.frombuffer(hashed, "<u8").reshape(-1, 4).T.astype(np.uint64)
        return lanes
