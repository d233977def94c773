"""What clients make the node hold: bounded for all of them together, not only for each.

Each holder counts for itself, which costs nothing while it is little. Only one that holds more than
its share (`FREE`) asks what all of them come to.
"""

from __future__ import annotations

from typing import Final, Generic, Protocol, TypeVar

FREE: Final = 64 * 1024
"""Bytes that every client may make the node hold whatever the others do."""
MAX_INCOMING: Final = 128 * 1024 * 1024
"""Bytes of requests that have not come whole, or are not answered."""
MAX_OUTGOING: Final = 256 * 1024 * 1024
"""Characters of answers and notifications that clients have not taken."""


class MemoryUser(Protocol):
    """Somebody for whom bytes are held."""

    @property
    def held(self) -> int:
        """How many."""


H = TypeVar("H", bound=MemoryUser)


class MemoryLimit(Generic[H]):
    """All who hold; they come and go in one thread, and are asked from any."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._holders: set[H] = set()

    def add(self, holder: H) -> None:
        self._holders.add(holder)

    def discard(self, holder: H) -> None:
        self._holders.discard(holder)

    def is_too_much(self, more: int = 0) -> bool:
        """Whether all of them hold more than they may, with so much more."""
        return sum(holder.held for holder in tuple(self._holders)) + more > self._limit

    def largest(self) -> H:
        """Who holds most."""
        return max(tuple(self._holders), key=lambda holder: holder.held)
