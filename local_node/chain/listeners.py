"""Who hears what happens on the chain: all of it, or the way of one extrinsic.

Events are queued while the chain changes and delivered when it is done, in order, also where a
listener changes the chain again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from local_node.chain.events import Event, ExtrinsicStatus, Listener, Status, StatusKind

Watcher = Callable[[Status], None]
Cancel = Callable[[], None]


class Listeners:
    """Queues events and calls listeners; the chain's lock guards it."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._watchers: dict[bytes, list[Watcher]] = {}
        self._queue: deque[Event] = deque()
        self._is_delivering = False

    def add(self, listener: Listener) -> Cancel:
        self._listeners.append(listener)
        return lambda: _discard(self._listeners, listener)

    def watch(self, extrinsic_hash: bytes, watcher: Watcher) -> Cancel:
        """Call `watcher` with each status of one extrinsic until its last."""
        watchers = self._watchers.setdefault(extrinsic_hash, [])
        watchers.append(watcher)

        def cancel() -> None:
            _discard(watchers, watcher)
            if not watchers and self._watchers.get(extrinsic_hash) is watchers:
                del self._watchers[extrinsic_hash]

        return cancel

    def is_watched(self, extrinsic_hash: bytes) -> bool:
        return extrinsic_hash in self._watchers

    def put(self, event: Event) -> None:
        self._queue.append(event)

    def put_status(self, extrinsic_hash: bytes, status: Status) -> None:
        self.put(ExtrinsicStatus(extrinsic_hash, status))

    @contextmanager
    def only_changes(self, before: Mapping[bytes, StatusKind]) -> Iterator[None]:
        """Of all statuses that an extrinsic has meanwhile, put the last alone into the queue, and
        only where it is another one than `before`."""
        queue, self._queue = self._queue, deque()
        try:
            yield
        finally:
            meanwhile, self._queue = self._queue, queue
            last = {event.hash: event for event in meanwhile if isinstance(event, ExtrinsicStatus)}
            for name, event in last.items():
                if before.get(name) != event.status.kind:
                    self.put(event)

    def deliver(self) -> None:
        """Call everyone with what is queued."""
        if self._is_delivering:
            return
        self._is_delivering = True
        try:
            while self._queue:
                event = self._queue.popleft()
                if isinstance(event, ExtrinsicStatus):
                    self._tell_watchers(event)
                for listener in tuple(self._listeners):
                    try:
                        listener(event)
                    except Exception:  # noqa: BLE001 - the others hear of it, and it has happened
                        _log_failure(listener)
        finally:
            self._is_delivering = False

    def _tell_watchers(self, event: ExtrinsicStatus) -> None:
        watchers = tuple(self._watchers.get(event.hash, ()))
        if event.status.is_final:
            self._watchers.pop(event.hash, None)
        for watcher in watchers:
            try:
                watcher(event.status)
            except Exception:  # noqa: BLE001 - as above
                _log_failure(watcher)


def _log_failure(who: object) -> None:
    import logging  # noqa: PLC0415 - slow to load, for what should never happen

    logging.getLogger(__name__).exception("%r failed to hear of an event", who)


def _discard(members: list[Callable[..., None]], member: Callable[..., None]) -> None:
    if member in members:
        members.remove(member)
