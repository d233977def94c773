"""What follows from a stored value, remembered with the bytes that it was made of.

Every extrinsic of a block asks for the slot in the digest, for the authorities, for the weight so
far. What is made of such a value is kept beside its bytes, one answer for each question, and holds
as long as a reader finds the same bytes. So it cannot be stale: not after a write, not after a
rollback, not in another block's state.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Derived:
    """The last answer to each question about one storage item."""

    __slots__ = ("_answers",)

    def __init__(self) -> None:
        self._answers: dict[Callable[[Any], Any], tuple[bytes | None, Any]] = {}

    def of(
        self,
        raw: bytes | None,
        decode: Callable[[bytes | None], Any],
        make: Callable[[Any], T],
    ) -> T:
        """What `make` makes of what `decode` reads in `raw` (None: nothing is stored)."""
        known = self._answers.get(make)
        if known is None or known[0] != raw:
            known = self._answers[make] = raw, make(decode(raw))
        answer: T = known[1]
        return answer

    def learn(self, raw: bytes, make: Callable[[Any], T], answer: T) -> None:
        """What `make` would make of the value that `raw` encodes, from one who knows it already."""
        self._answers[make] = raw, answer
