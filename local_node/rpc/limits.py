"""What the node takes and answers at most, so that no client can take its memory.

Substrate's options have the names of the fields, with `--rpc-max-` before them.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Any, Final, TypeVar

from btsdk.frozen import Frozen
from local_node.rpc.errors import (
    ANSWER_TOO_LARGE,
    BATCH_ANSWER_TOO_LARGE,
    BATCH_TOO_LARGE,
    BUSY,
    RpcFailure,
)
from local_node.rpc.peer import MAX_SUBSCRIPTIONS

MIB: Final = 1024 * 1024

T = TypeVar("T")


class Limits(Frozen):
    """Sizes are bytes of JSON. `subscriptions` are those of one connection."""

    connections: int = 1000
    request_size: int = 15 * MIB
    response_size: int = 15 * MIB
    subscriptions_per_connection: int = MAX_SUBSCRIPTIONS
    batch_request_len: int = 1024


MAX_MAKING: Final = 128 * MIB
"""Bytes of JSON that all answers in the making may come to together."""


class Making:
    """The answers in the making: bounded one by one, and all together.

    A thread takes what its answer comes to piece by piece, and gives back all of it at the end.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._taken = 0
        self._mine = threading.local()

    @property
    def taken(self) -> int:
        """Bytes of all answers in the making."""
        return self._taken

    def take(self, size: int) -> None:
        """Make so much more of an answer; raises `RpcFailure` where the node makes too much."""
        with self._lock:
            if self._taken + size > MAX_MAKING:
                raise RpcFailure(BUSY, "Server is busy, try again later")
            self._taken += size
        self._mine.size = getattr(self._mine, "size", 0) + size

    def give_back(self) -> None:
        """The answer of this thread is made."""
        size = getattr(self._mine, "size", 0)
        if size:
            self._mine.size = 0
            with self._lock:
                self._taken -= size

    def whole(self, size: int) -> None:
        """Make an answer of at least this size; raises `RpcFailure` where it may not be."""
        if size > self._limits.response_size:
            raise answer_too_large(self._limits)
        self.take(size)

    def listed(self, items: Iterable[T]) -> list[T]:
        """The items, which are an answer's; raises `RpcFailure` as soon as they are too many."""
        made: list[T] = []
        size, taken = 0, 0
        for item in items:
            size += least_size(item)
            if size > self._limits.response_size:
                raise answer_too_large(self._limits)
            if size - taken > _STEP:
                self.take(size - taken)
                taken = size
            made.append(item)
        self.take(size - taken)
        return made


_STEP: Final = 64 * 1024
"""How much is made before it is counted; to count each item would cost more than it does."""


def least_size(value: Any) -> int:
    """How long a value of JSON is at least, with the comma behind it."""
    if isinstance(value, str):
        return len(value) + 3
    if isinstance(value, dict):
        return 2 + sum(len(name) + 3 + least_size(item) for name, item in value.items())
    if isinstance(value, (list, tuple)):
        return 2 + sum(map(least_size, value))
    return 2


def answer_too_large(limits: Limits) -> RpcFailure:
    return RpcFailure(ANSWER_TOO_LARGE, "Response is too big", _exceeded(limits.response_size))


def batch_too_large(limits: Limits) -> RpcFailure:
    text = "The batch request was too large"
    return RpcFailure(BATCH_TOO_LARGE, text, _exceeded(limits.batch_request_len))


def batch_answer_too_large(limits: Limits) -> RpcFailure:
    text = "The batch response was too large"
    return RpcFailure(BATCH_ANSWER_TOO_LARGE, text, _exceeded(limits.response_size))


def _exceeded(limit: int) -> str:
    return f"Exceeded max limit of {limit}"
