"""Named locks among the tasks of one session, granted in the order of the requests.

Guarded by whatever guards the session. `released` counts the releases: a driver that sees it change
steps the tasks that wait.
"""

from __future__ import annotations

from collections import deque


class Locks:
    """The owners of each lock: the first one has it, the others wait."""

    def __init__(self) -> None:
        self.released = 0
        self._queues: dict[str, deque[object]] = {}

    def acquire(self, name: str, owner: object) -> bool:
        """Whether `owner` has the lock; if not, it is queued once."""
        queue = self._queues.setdefault(name, deque())
        if owner not in queue:
            queue.append(owner)
        return queue[0] is owner

    def release(self, name: str, owner: object) -> None:
        """Release the lock, or leave its queue; nothing if `owner` is not there."""
        queue = self._queues.get(name)
        if queue is None or owner not in queue:
            return
        queue.remove(owner)
        if not queue:
            del self._queues[name]
        self.released += 1

    def clear(self) -> None:
        """In a child process: forget the owners, which are the parent's."""
        self._queues.clear()
