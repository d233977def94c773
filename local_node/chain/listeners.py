"""Delivery of chain events to listeners, and of one extrinsic's statuses to its watchers.

Events are queued while the chain changes and delivered when the change is done, in order, also if a
listener changes the chain again.

Finality events may be delayed. `@polkadot/api` fetches the block and its events for each status of
an extrinsic, and drops the status if the next one arrives before it has them: `inBlock` is lost if
`finalized` follows at once. All finality events are delayed by the same time, in order, and are
delivered before a final block leaves the chain; a watcher that is still fetching is told a little
later.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from math import ceil
from time import monotonic
from typing import Any, Final, NamedTuple, TypeVar

from local_node.chain.events import (
    Event,
    ExtrinsicStatus,
    Finalized,
    HeadMoved,
    Imported,
    Listener,
    Status,
    StatusKind,
)

T = TypeVar("T")
Watcher = Callable[[Status], None]
BusyFor = Callable[[], float]
Cancel = Callable[[], None]

LONGEST_BUSY_S: Final = 2.0
"""After so many seconds a watcher is told of finality, busy or not."""


class _Queued(NamedTuple):
    """An event, and the number of events before it."""

    number: int
    event: Event


class _Delayed(NamedTuple):
    """An event to be delivered at `due`, by the monotonic clock."""

    due: float
    queued: _Queued


class _Watching(NamedTuple):
    """A watcher of an extrinsic; `busy_s` is for how many seconds more finality must be kept from
    it."""

    watcher: Watcher
    busy_s: BusyFor


class _Busy(NamedTuple):
    """A status for a busy watcher: delivered at `due` if it is not busy then, at `latest`
    otherwise."""

    due: float
    latest: float
    watching: _Watching
    status: Status


class _Listening(NamedTuple):
    """A listener, and the number of the first event that it gets."""

    since: int
    listener: Listener


class Listeners:
    """Queues events and calls listeners; guarded by the chain's lock.

    `finality_delay` is the delay of finality events in seconds; its user calls `release` when
    `due_in_ms` says so.
    """

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self.finality_delay = 0.0
        self._now = now
        self._listeners: list[_Listening] = []
        self._watchers: dict[bytes, list[_Watching]] = {}
        self._queue: deque[_Queued] = deque()
        self._delayed: deque[_Delayed] = deque()
        self._busy: list[_Busy] = []
        self._number = 0
        self._is_delivering = False

    def add(self, listener: Listener) -> Cancel:
        """Call `listener` with every event from now on, without delayed events from before."""
        listening = _Listening(self._number, listener)
        self._listeners.append(listening)
        return lambda: _discard(self._listeners, listening)

    def watch(
        self, extrinsic_hash: bytes, watcher: Watcher, busy_s: BusyFor = lambda: 0.0
    ) -> Cancel:
        """Call `watcher` with each status of one extrinsic until the last."""
        watching = _Watching(watcher, busy_s)
        watchers = self._watchers.setdefault(extrinsic_hash, [])
        watchers.append(watching)

        def cancel() -> None:
            _discard(watchers, watching)
            if not watchers and self._watchers.get(extrinsic_hash) is watchers:
                del self._watchers[extrinsic_hash]

        return cancel

    def is_watched(self, extrinsic_hash: bytes) -> bool:
        return extrinsic_hash in self._watchers

    def put(self, event: Event) -> None:
        if self._delayed and _leaves_blocks(event):
            self._queue.extend(delayed.queued for delayed in self._delayed)
            self._delayed.clear()
        queued = _Queued(self._number, event)
        self._number += 1
        if self.finality_delay and _is_of_finality(event):
            self._delayed.append(_Delayed(self._now() + self.finality_delay, queued))
        else:
            self._queue.append(queued)

    def put_status(self, extrinsic_hash: bytes, status: Status) -> None:
        self.put(ExtrinsicStatus(extrinsic_hash, status))

    @contextmanager
    def only_changes(self, before: Mapping[bytes, StatusKind]) -> Iterator[None]:
        """Queue only the last status of each extrinsic in this context, and only if it differs from
        `before`."""
        queue, self._queue = self._queue, deque()
        try:
            yield
        finally:
            meanwhile, self._queue = self._queue, queue
            events = [queued.event for queued in meanwhile]
            last = {event.hash: event for event in events if isinstance(event, ExtrinsicStatus)}
            for name, event in last.items():
                if before.get(name) != event.status.kind:
                    self.put(event)

    def due_in_ms(self) -> int | None:
        """Milliseconds until a delayed event is due, None if there is none; needs no lock."""
        dues = [delayed.due for delayed in tuple(self._delayed)[:1]]
        dues += [busy.due for busy in tuple(self._busy)]
        return max(0, ceil((min(dues) - self._now()) * 1000)) if dues else None

    def release(self) -> None:
        """Queue the delayed events that are due."""
        now = self._now()
        while self._delayed and self._delayed[0].due <= now:
            self._queue.append(self._delayed.popleft().queued)
        busy, self._busy = self._busy, []
        for each in busy:
            if each.due > now:
                self._busy.append(each)
            else:
                self._tell(each.watching, each.status, each.latest)

    def deliver(self) -> None:
        """Deliver all queued events."""
        if self._is_delivering:
            return
        self._is_delivering = True
        try:
            while self._queue:
                number, event = self._queue.popleft()
                if isinstance(event, ExtrinsicStatus):
                    self._tell_watchers(event)
                for since, listener in tuple(self._listeners):
                    if since <= number:
                        _tell(listener, event)
        finally:
            self._is_delivering = False

    def _tell_watchers(self, event: ExtrinsicStatus) -> None:
        watchers = tuple(self._watchers.get(event.hash, ()))
        if event.status.is_final:
            self._watchers.pop(event.hash, None)
        latest = self._now() + LONGEST_BUSY_S if self.finality_delay else 0.0
        for watching in watchers:
            self._tell(watching, event.status, latest)

    def _tell(self, watching: _Watching, status: Status, latest: float) -> None:
        """Tell a watcher now, or later if the status is about finality and the watcher is busy."""
        if status.kind == "finalized" and latest > (now := self._now()):
            busy_s = watching.busy_s()
            if busy_s > 0:
                due = min(now + busy_s, latest)
                self._busy.append(_Busy(due, latest, watching, status))
                return
        _tell(watching.watcher, status)


def _tell(listener: Callable[[Any], None], news: Event | Status) -> None:
    """Call one listener; an exception in it is logged, so that the others are still called."""
    try:
        listener(news)
    except Exception:
        import logging  # noqa: PLC0415 - slow to load, for what should never happen

        logging.getLogger(__name__).exception("the listener %r failed on an event", listener)


def _is_of_finality(event: Event) -> bool:
    if isinstance(event, ExtrinsicStatus):
        return event.status.kind == "finalized"
    return isinstance(event, Finalized)


def _leaves_blocks(event: Event) -> bool:
    """Whether the event may take final blocks off the best chain."""
    return isinstance(event, (HeadMoved, Imported)) and bool(event.retracted)


def _discard(members: list[T], member: T) -> None:
    if member in members:
        members.remove(member)
