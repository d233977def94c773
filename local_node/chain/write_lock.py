"""A chain's lock for changes; taken and released thousands of times a second."""

from __future__ import annotations

import threading
from collections.abc import Callable

from local_node.chain.listeners import Listeners
from local_node.state.store import Store


class WriteLock:
    """Holds the lock while the chain changes; reentrant. Its outermost release delivers queued
    events."""

    __slots__ = ("_depth", "_listeners", "_lock")

    def __init__(self, lock: threading.RLock, listeners: Listeners) -> None:
        self._lock = lock
        self._listeners = listeners
        self._depth = 0

    def __enter__(self) -> None:
        self._lock.acquire()
        self._depth += 1

    def __exit__(self, *error: object) -> None:
        try:
            self._depth -= 1
            if self._depth == 0:
                self._listeners.deliver()
        finally:
            self._lock.release()

    def enter_if_free(self) -> bool:
        """Enter without waiting; returns whether the lock was free."""
        if not self._lock.acquire(blocking=False):
            return False
        self._depth += 1
        return True


class WriteLockIfFree:
    """A chain's lock without waiting: entering it returns whether chain and file were free and
    `is_quick` is true. Only then are they held."""

    __slots__ = ("_is_held", "_is_quick", "_lock", "_store")

    def __init__(self, lock: WriteLock, store: Store, is_quick: Callable[[], bool]) -> None:
        self._lock = lock
        self._store = store
        self._is_quick = is_quick
        self._is_held = False

    def __enter__(self) -> bool:
        if not self._lock.enter_if_free():
            return False
        if not self._store.take_if_free():
            self._lock.__exit__()
            return False
        self._is_held = True
        is_quick = False
        try:
            is_quick = self._is_quick()
        finally:
            if not is_quick:
                self.__exit__()
        return is_quick

    def __exit__(self, *error: object) -> None:
        if self._is_held:
            self._is_held = False
            self._store.let_go()
            self._lock.__exit__()
