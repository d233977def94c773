"""The outbox of one connection: the texts that its client has not read yet."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections import deque
from collections.abc import Awaitable, Callable, MutableMapping
from enum import Enum
from typing import Any

from local_node.server.memory_limit import FREE, MemoryLimit

MAX_BACKLOG = 64 * 1024 * 1024
"""Characters that may wait for a client that does not read."""


class OutboxState(Enum):
    """The effect of `put` in each state."""

    IDLE = "idle"
    """The text wakes the writer."""
    CORKED = "corked"
    """The text waits until the outbox is uncorked, released or flushed."""
    WOKEN = "woken"
    """The writer is awake and takes the text too."""
    SENDING = "sending"
    """The text is sent after the current ones."""
    CLOSED = "closed"
    """The text is dropped."""


class Outbox:
    """Sends texts to one client, in order, by `send`; `put` is safe from any thread.

    `given_up` is done when too much waits, for this client or for all together.
    """

    def __init__(
        self,
        send: Callable[[MutableMapping[str, Any]], Awaitable[None]],
        outgoing: MemoryLimit[Outbox],
    ) -> None:
        self._send = send
        self._outgoing = outgoing
        self._loop = asyncio.get_running_loop()
        self._thread = threading.get_ident()
        self._lock = threading.Lock()
        self._texts: deque[str] = deque()
        self._waiting = 0
        self._look_at = FREE
        self._state = self._idle_state = OutboxState.IDLE  # at rest it is idle or corked
        self._news = asyncio.Event()
        self.given_up: asyncio.Future[None] = self._loop.create_future()

    @property
    def held(self) -> int:
        """The number of characters that the client has not read."""
        return self._waiting

    def put(self, text: str) -> None:
        """Send a text as soon as the client reads."""
        with self._lock:
            if self._state is OutboxState.CLOSED:
                return
            self._texts.append(text)
            self._waiting += len(text)
            is_much = self._waiting > self._look_at or self._waiting > MAX_BACKLOG
            if is_much:
                self._look_at = self._waiting + FREE
            elif self._state is not OutboxState.IDLE:
                return
            if self._state is not OutboxState.SENDING:
                self._state = OutboxState.WOKEN
        if is_much:
            self._bound()
        self._wake()

    def give_up(self) -> None:
        """Drop further texts; safe from any thread."""
        with self._lock:
            self._state = OutboxState.CLOSED
            self._texts.clear()
            self._waiting = 0
        self._wake()

    def cork(self) -> None:
        """Hold further texts until the outbox is uncorked, released or flushed."""
        with self._lock:
            self._idle_state = OutboxState.CORKED
            if self._state is OutboxState.IDLE:
                self._state = OutboxState.CORKED

    def uncork(self) -> None:
        """Send the held texts and all further ones."""
        with self._lock:
            self._idle_state = OutboxState.IDLE
            if self._state is not OutboxState.CORKED:
                return
            self._state = OutboxState.WOKEN if self._texts else OutboxState.IDLE
            is_news = self._state is OutboxState.WOKEN
        if is_news:
            self._wake()

    def release(self) -> None:
        """In the loop's thread: send the texts held so far, and hold further ones."""
        if self._texts:
            self._news.set()

    async def write(self) -> None:
        """Send texts until cancelled."""
        while True:
            await self._news.wait()
            self._news.clear()
            await self.flush()

    async def flush(self) -> None:
        """Send all waiting texts; returns at once if that is in progress."""
        if self._state is OutboxState.SENDING:
            return
        try:
            while texts := self._take():
                for text in texts:
                    await self._send({"type": "websocket.send", "text": text})
                    with self._lock:
                        self._waiting -= len(text)
                        self._look_at = min(self._look_at, max(self._waiting, 0) + FREE)
        except BaseException:
            self._rest()
            raise

    def _take(self) -> deque[str]:
        """Take all waiting texts; without any, the outbox is at rest again."""
        with self._lock:
            taken, self._texts = self._texts, deque()
            if self._state is not OutboxState.CLOSED:
                self._state = OutboxState.SENDING if taken else self._idle_state
            return taken

    def _rest(self) -> None:
        with self._lock:
            if self._state is OutboxState.SENDING:
                self._state = self._idle_state

    def _bound(self) -> None:
        if self._waiting > MAX_BACKLOG:
            self.give_up()
        elif self._outgoing.is_too_much():
            self._outgoing.largest().give_up()

    def _wake(self) -> None:
        if threading.get_ident() == self._thread:
            self._tell()
            return
        with contextlib.suppress(RuntimeError):  # the loop is closed: so is the connection
            self._loop.call_soon_threadsafe(self._tell)

    def _tell(self) -> None:
        if self._state is OutboxState.CLOSED and not self.given_up.done():
            self.given_up.set_result(None)
        self._news.set()
