"""The blocking driver: runs programs on the caller's thread.

Any thread may run a program: the first one that waits receives for all and wakes the others. All
session state is accessed under one lock; only the wait itself is outside it.
"""

from __future__ import annotations

import contextlib
import threading
import time
import weakref
from collections.abc import Callable, Generator, Iterator, Mapping
from typing import Any, TypeVar

from btsdk.drivers.transport import (
    MAX_MESSAGE,
    SILENT_S,
    Dial,
    Servable,
    Transport,
    forsake,
    keepalive,
    of_parent,
    quiet_logger,
)
from btsdk.errors import BtError, ConnectError, ConnectionLost, ProtocolError, TransportError
from btsdk.forks import in_child, silence
from btsdk.rpc.effects import Program
from btsdk.rpc.reconnect import ONCE, Endpoints, Policy
from btsdk.rpc.session import Session, State
from btsdk.rpc.task import Task

T = TypeVar("T")


class BlockingDriver:
    """A session, its connection, and the loop that runs programs over both."""

    def __init__(
        self,
        session: Session,
        endpoints: Endpoints,
        dial: Dial,
        *,
        timeout: float = 30.0,
        connect_timeout: float = 10.0,
        policy: Policy | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.session = session
        self._endpoints = endpoints
        self._dial = dial
        self._timeout = timeout
        self._connect_timeout = connect_timeout
        self._policy = policy or Policy()
        self._clock = clock
        self._changed = threading.Condition(threading.RLock())
        self._receiving = False
        self._news = 0
        self._was_connected = False
        self._line = _Line()
        self._finalizer = weakref.finalize(self, _Line.hang_up, self._line)
        in_child(self, BlockingDriver._inherited)

    def run(self, program: Program[T], on_item: Callable[[Any], None] | None = None) -> T:
        """Run a program; the items that it emits go to `on_item`."""
        steps = self._drive(program)
        with contextlib.closing(steps):
            while True:
                try:
                    item = next(steps)
                except StopIteration as stop:
                    value: T = stop.value
                    return value
                if on_item is not None:
                    on_item(item)

    def iterate(self, program: Program[Any]) -> Iterator[Any]:
        """Iterate over the items that a program emits; closing the iterator stops the program."""
        yield from self._drive(program)

    @property
    def endpoint(self) -> str:
        """The connection's endpoint; a name for messages while there is none."""
        transport = self._line.transport
        return self._endpoints.names[0] if transport is None else transport.endpoint

    def reach(self) -> str:
        """The URL at which other programs reach the chain; a chain in this process opens a port."""
        with self._changed:
            transport = self._line.transport
            return transport.serve() if isinstance(transport, Servable) else self.endpoint

    def close(self) -> None:
        """Release subscriptions and the connection; running programs end with `ConnectionLost`."""
        with self._changed:
            texts = self.session.close()
            with contextlib.suppress(TransportError):
                for text in texts:
                    if self._line.transport is not None:
                        self._line.transport.send(text)
            self._line.hang_up()
            self._announce()

    def _inherited(self) -> None:
        """In a child process: start afresh, without the parent's connection and threads."""
        self._changed = threading.Condition(threading.RLock())
        self._receiving = False
        self._was_connected = False
        transport, self._line.transport = self._line.transport, None
        self.session.inherited(of_parent(f"what was asked of {self.endpoint} before fork()"))
        forsake(transport)

    def _drive(self, program: Program[T]) -> Generator[Any, None, T]:
        task = Task(self.session, program, self._timeout)
        try:
            while True:
                with self._changed, self._passing():
                    seen = self._news
                    task.step(self._clock())
                    self._flush()
                if task.done:
                    return task.result()
                if task.item is not None:
                    yield task.item.item
                else:
                    self._wait(task.wake_at, seen, receive=not task.in_queue)
        finally:
            with self._changed, self._passing():
                task.cancel()
                self._flush(reconnect=False)

    def _flush(self, *, reconnect: bool = True) -> None:
        """Send what is queued; connect first if there is no connection."""
        if self.session.mute:
            self._endpoints.avoid()
            self._lost(ConnectionLost(self.endpoint, "it does not answer, or its chain is stuck"))
        if reconnect and self.session.wants_connection:
            self._connect()
        transport = self._line.transport
        if transport is None:
            return
        try:
            for text in self.session.outgoing():
                transport.send(text)
        except ConnectionLost as error:
            self._lost(error)

    def _connect(self) -> None:
        policy = self._policy if self._was_connected else ONCE
        until = self._clock() + policy.budget
        self._line.hang_up()
        for attempt in self._endpoints.attempts(policy):
            if self._clock() > until:
                break
            time.sleep(attempt.delay)
            try:
                self._line.transport = self._dial(attempt.endpoint, self._connect_timeout)
            except TransportError as error:
                self._endpoints.failed(attempt.endpoint, error)
                continue
            except (
                BtError
            ) as error:  # such as a chain file that another process holds: retrying is useless
                self.session.give_up(error)
                self._announce()
                return
            self._endpoints.succeeded(attempt.endpoint)
            self._was_connected = True
            self.session.connected(self._line.transport.endpoint)
            return
        self.session.give_up(self._endpoints.exhausted())
        self._announce()

    def _announce(self) -> None:
        """Wake every waiting thread, so that it steps its program again."""
        self._news += 1
        self._changed.notify_all()

    @contextlib.contextmanager
    def _passing(self) -> Iterator[None]:
        """Wake the threads that wait for a lock that is released in here."""
        passed = self.session.locks.released
        try:
            yield
        finally:
            if self.session.locks.released != passed:
                self._announce()

    def _wait(self, until: float | None, seen: int, *, receive: bool) -> None:
        """Wait for a text, for any change since `seen`, or until `until`.

        A thread that waits for another one must not `receive`: it would miss that it is its turn.
        """
        timeout = None if until is None else max(0.0, until - self._clock())
        with self._changed:
            transport = self._line.transport
            if self._news != seen:
                return
            if self._receiving or transport is None or not receive:
                self._changed.wait(timeout)
                return
            self._receiving = True
        text: str | ConnectionLost | None = None
        try:
            text = _receive(transport, timeout)
        finally:
            with self._changed:  # feeding before another thread may receive keeps the order
                self._receiving = False
                self._feed(text, transport)
                self._changed.notify_all()

    def _feed(self, text: str | ConnectionLost | None, transport: Transport) -> None:
        if text is None or self.session.state is State.CLOSED:
            return
        if transport is not self._line.transport:
            return  # a text of an earlier connection
        if isinstance(text, ConnectionLost):
            self._lost(text)
            return
        try:
            self.session.receive(text)
        except ProtocolError as error:
            self._lost(ConnectionLost(transport.endpoint, error.message))
        if self.session.state is State.LOST:
            self._line.hang_up()
        self._announce()

    def _lost(self, error: ConnectionLost) -> None:
        self._line.hang_up()
        self.session.lost(error)
        self._announce()


def _receive(transport: Transport, timeout: float | None) -> str | ConnectionLost | None:
    try:
        return transport.receive(timeout)
    except TimeoutError:
        return None
    except ConnectionLost as error:
        return error


class _Line:
    """The current connection, separate from the driver so that a finalizer can close it."""

    def __init__(self) -> None:
        self.transport: Transport | None = None

    def hang_up(self) -> None:
        transport, self.transport = self.transport, None
        if transport is not None:
            transport.close()


class WebSocket:
    """A blocking WebSocket; pings are answered by the library, which also sends its own.

    `proxy` is as in `proxies.proxy_for`; a connection that is `silent_s` seconds without an answer
    to a ping is lost; `headers` are sent with the first request.
    """

    def __init__(
        self,
        endpoint: str,
        timeout: float,
        *,
        proxy: str | None = "environment",
        silent_s: float = SILENT_S,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        # Lazy: importing it costs more than most commands need.
        from websockets.exceptions import WebSocketException  # noqa: PLC0415
        from websockets.sync.client import connect  # noqa: PLC0415

        from btsdk.drivers.proxies import (  # noqa: PLC0415
            proxy_for,
            reason_of,
            refuse_nested_tls,
        )

        through = proxy_for(endpoint, proxy)
        refuse_nested_tls(endpoint, through)
        self.endpoint = endpoint
        self._closed: type[Exception] = WebSocketException
        self._owned = contextlib.ExitStack()
        try:
            opening = connect(
                endpoint,
                open_timeout=timeout,
                **keepalive(silent_s),
                additional_headers=headers,
                logger=quiet_logger(),
                max_size=MAX_MESSAGE,
                proxy=None if through is None else through.url,
            )
            self._socket = self._owned.enter_context(opening)
        except (OSError, ValueError, WebSocketException) as error:
            raise ConnectError(endpoint, reason_of(error, through)) from error

    def send(self, text: str) -> None:
        """Hand over one text."""
        try:
            self._socket.send(text)
        except (OSError, self._closed) as error:
            raise ConnectionLost(self.endpoint, str(error)) from error

    def receive(self, timeout: float | None) -> str:
        """The next text."""
        try:
            message = self._socket.recv(timeout)
        except TimeoutError:
            raise
        except (OSError, EOFError, self._closed) as error:
            raise ConnectionLost(self.endpoint, str(error)) from error
        return message if isinstance(message, str) else message.decode("utf-8", "replace")

    def forsake(self) -> None:
        """Leave the socket to the parent process."""
        silence(self._socket.socket.fileno())

    def close(self) -> None:
        """Release the socket."""
        with contextlib.suppress(OSError, BtError, self._closed):
            self._owned.close()
