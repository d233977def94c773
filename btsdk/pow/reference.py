"""The reference search; every faster one must agree with it, nonce for nonce."""

from __future__ import annotations

from btsdk.pow.seal import NONCES, Puzzle, meets


def search(puzzle: Puzzle, difficulty: int, start: int, count: int) -> int | None:
    """The first of `count` nonces from `start` whose seal is good enough; 0 follows 2^64 - 1."""
    for offset in range(count):
        nonce = (start + offset) % NONCES
        if meets(puzzle.seal(nonce), difficulty):
            return nonce
    return None
