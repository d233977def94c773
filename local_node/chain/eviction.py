"""Which of the ready extrinsics leaves a full pool: the one of the lowest priority, and of equal
ones the oldest, as in Substrate's pool."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import Final

_SPARE: Final = 64

Standing = tuple[int, int]
"""Priority and number of arrival: the lowest leaves first."""


class Eviction:
    """The order in which they leave. What is removed stays in the heap until it comes up, or until
    most of the heap is of that kind."""

    def __init__(self) -> None:
        self._standing: dict[bytes, Standing] = {}
        self._heap: list[tuple[Standing, bytes]] = []

    def put(self, name: bytes, standing: Standing) -> None:
        """It is in the pool, or its standing has changed."""
        if self._standing.get(name) != standing:
            self._standing[name] = standing
            heappush(self._heap, (standing, name))
            self._compact()

    def remove(self, name: bytes) -> None:
        """It has left the pool."""
        del self._standing[name]

    def first(self) -> bytes:
        """Who leaves next; there must be one."""
        while True:
            standing, name = self._heap[0]
            if self._standing.get(name) == standing:
                return name
            heappop(self._heap)

    def _compact(self) -> None:
        if len(self._heap) > 2 * len(self._standing) + _SPARE:
            self._heap = [(standing, name) for name, standing in self._standing.items()]
            heapify(self._heap)
