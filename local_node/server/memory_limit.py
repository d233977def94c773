"""A limit on the memory that the node holds for all clients together, not only for each.

Each holder counts for itself, which costs nothing while it holds little. Only one that holds more
than its share (`FREE`) computes the sum of all.
"""

from __future__ import annotations

from typing import Final, Generic, Protocol, TypeVar

FREE: Final = 64 * 1024
"""Bytes that the node may hold for each client, whatever it holds for others."""
MAX_INCOMING: Final = 128 * 1024 * 1024
"""Bytes of requests that are incomplete or unanswered."""
MAX_OUTGOING: Final = 256 * 1024 * 1024
"""Characters of answers and notifications that clients have not read."""


class MemoryUser(Protocol):
    """A holder of bytes for a client."""

    @property
    def held(self) -> int:
        """The bytes held."""


H = TypeVar("H", bound=MemoryUser)


class MemoryLimit(Generic[H]):
    """All holders; they are added and removed in one thread, and read from any."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._holders: set[H] = set()

    def add(self, holder: H) -> None:
        self._holders.add(holder)

    def discard(self, holder: H) -> None:
        self._holders.discard(holder)

    def is_too_much(self, more: int = 0) -> bool:
        """Whether all of them together, with `more` bytes, exceed the limit."""
        return sum(holder.held for holder in tuple(self._holders)) + more > self._limit

    def largest(self) -> H:
        """The holder of the most bytes."""
        return max(tuple(self._holders), key=lambda holder: holder.held)
