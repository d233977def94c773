"""A chain's lock for changes: taken and let go some thousand times a second."""

from __future__ import annotations

import threading

from local_node.chain.listeners import Listeners


class Hold:
    """Holds the lock while the chain changes, and may be taken again within; whoever lets go of it
    last delivers what there is to hear."""

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
