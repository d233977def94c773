"""Limits on requests and answers, so that no client can exhaust the node's memory.

Substrate's options have the names of the fields, with the prefix `--rpc-max-`.
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
    """Sizes are bytes of JSON. `subscriptions` is per connection."""

    connections: int = 1000
    request_size: int = 15 * MIB
    response_size: int = 15 * MIB
    subscriptions_per_connection: int = MAX_SUBSCRIPTIONS
    batch_request_len: int = 1024


MAX_MAKING: Final = 128 * MIB
"""Bytes of JSON of all answers under construction together."""


class Making:
    """The answers under construction: bounded one by one, and all together.

    A thread takes the size of its answer piece by piece, and gives all of it back at the end.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._taken = 0
        self._mine = threading.local()

    @property
    def taken(self) -> int:
        """The bytes of all answers under construction."""
        return self._taken

    def take(self, size: int) -> None:
        """Take `size` more bytes for an answer; raises `RpcFailure` if all answers together become
        too large."""
        with self._lock:
            if self._taken + size > MAX_MAKING:
                raise RpcFailure(BUSY, "Server is busy, try again later")
            self._taken += size
        self._mine.size = getattr(self._mine, "size", 0) + size

    def give_back(self) -> None:
        """Give back what this thread took."""
        size = getattr(self._mine, "size", 0)
        if size:
            self._mine.size = 0
            with self._lock:
                self._taken -= size

    def whole(self, size: int) -> None:
        """Take an answer of at least this size; raises `RpcFailure` if it is too large."""
        if size > self._limits.response_size:
            raise answer_too_large(self._limits)
        self.take(size)

    def listed(self, items: Iterable[T]) -> list[T]:
        """The items of an answer; raises `RpcFailure` as soon as they are too large."""
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
"""Items are counted in steps of this size; counting each one would cost more than making it."""


def least_size(value: Any) -> int:
    """A lower bound of the length of a JSON value, with the comma behind it."""
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
