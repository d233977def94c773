"""The eviction order of a full pool: lowest priority first, then the oldest, as in Substrate."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import Final

_SPARE: Final = 64

Standing = tuple[int, int]
"""Priority and arrival number: the lowest is evicted first."""


class Eviction:
    """The eviction order of the ready extrinsics. Removed entries stay in the heap until they come
    up, or until they are most of it."""

    def __init__(self) -> None:
        self._standing: dict[bytes, Standing] = {}
        self._heap: list[tuple[Standing, bytes]] = []

    def put(self, name: bytes, standing: Standing) -> None:
        """Add an extrinsic, or change its standing."""
        if self._standing.get(name) != standing:
            self._standing[name] = standing
            heappush(self._heap, (standing, name))
            self._compact()

    def remove(self, name: bytes) -> None:
        """Remove an extrinsic that has left the pool."""
        del self._standing[name]

    def first(self) -> bytes:
        """The next extrinsic to evict; there must be one."""
        while True:
            standing, name = self._heap[0]
            if self._standing.get(name) == standing:
                return name
            heappop(self._heap)

    def _compact(self) -> None:
        if len(self._heap) > 2 * len(self._standing) + _SPARE:
            self._heap = [(standing, name) for name, standing in self._standing.items()]
            heapify(self._heap)
