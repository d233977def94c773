"""A cache of values computed from stored bytes.

Every extrinsic of a block reads the digest's slot, the authorities and the weight so far. Each
computed value is cached beside its raw bytes and is valid while a reader finds the same bytes. So
it is never stale: not after a write, a rollback, or in another block's state.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Derived:
    """The last computed values of one storage item, one for each function."""

    __slots__ = ("_answers",)

    def __init__(self) -> None:
        self._answers: dict[Callable[[Any], Any], tuple[bytes | None, Any]] = {}

    def of(
        self,
        raw: bytes | None,
        decode: Callable[[bytes | None], Any],
        make: Callable[[Any], T],
    ) -> T:
        """`make(decode(raw))`, from the cache if the bytes are the same; `raw` None means not
        stored.
        """
        known = self._answers.get(make)
        if known is None or known[0] != raw:
            known = self._answers[make] = raw, make(decode(raw))
        answer: T = known[1]
        return answer

    def learn(self, raw: bytes, make: Callable[[Any], T], answer: T) -> None:
        """Cache `answer` as the result of `make` for the value encoded in `raw`."""
        self._answers[make] = raw, answer
