"""The asyncio driver: runs programs as coroutines of one event loop.

One supervising task owns the connection: it connects, reads, reconnects after a loss and gives up
if that fails. Programs wait for its notifications. A blocking transport (the in-process chain) runs
in two worker threads, so that it never blocks the loop.
"""

from __future__ import annotations

import asyncio
import contextlib
import weakref
from collections.abc import AsyncGenerator, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from btsdk.drivers.transport import (
    MAX_MESSAGE,
    SILENT_S,
    AsyncDial,
    AsyncTransport,
    Servable,
    Transport,
    forsake,
    keepalive,
    of_parent,
    quiet_logger,
)
from btsdk.errors import BtError, ConnectError, ConnectionLost, ProtocolError, TransportError
from btsdk.forks import in_child, keep, silence
from btsdk.rpc.effects import Program
from btsdk.rpc.reconnect import ONCE, Endpoints, Policy
from btsdk.rpc.session import Session, State
from btsdk.rpc.task import Task

T = TypeVar("T")


class AsyncDriver:
    """A session and its supervised connection."""

    def __init__(
        self,
        session: Session,
        endpoints: Endpoints,
        dial: AsyncDial,
        *,
        timeout: float = 30.0,
        connect_timeout: float = 10.0,
        policy: Policy | None = None,
    ) -> None:
        self.session = session
        self._timeout = timeout
        self._link = _Link(session, endpoints, dial, connect_timeout, policy or Policy())
        self._finalizer = weakref.finalize(self, _Link.abandon, self._link)
        in_child(self, AsyncDriver._inherited)

    async def run(self, program: Program[T], on_item: Callable[[Any], None] | None = None) -> T:
        """Run a program; the items that it emits go to `on_item`.

        Cancelling the coroutine stops the program.
        """
        task = Task(self.session, program, self._timeout)
        async with contextlib.aclosing(self._drive(task)) as items:
            async for item in items:
                if on_item is not None:
                    on_item(item)
        return task.result()

    async def iterate(self, program: Program[Any]) -> AsyncGenerator[Any, None]:
        """Iterate over the items that a program emits."""
        task = Task(self.session, program, self._timeout)
        async with contextlib.aclosing(self._drive(task)) as items:
            async for item in items:
                yield item
        task.result()

    @property
    def endpoint(self) -> str:
        """The connection's endpoint; a name for messages while there is none."""
        return self._link.endpoint

    async def reach(self) -> str:
        """The URL at which other programs reach the chain; a chain in this process opens a port."""
        return await self._link.reach()

    async def close(self) -> None:
        """Release subscriptions and the connection; running programs end with `ConnectionLost`."""
        texts = self.session.close()
        await self._link.close(texts)

    def _inherited(self) -> None:
        """In a child process: start afresh, without the parent's connection and event loop.

        Coroutines that the parent had started keep the old link, which does nothing.
        """
        self._finalizer.detach()
        self.session.inherited(of_parent(f"what was asked of {self.endpoint} before fork()"))
        self._link = self._link.succeeded()
        self._finalizer = weakref.finalize(self, _Link.abandon, self._link)

    async def _drive(self, task: Task[Any]) -> AsyncGenerator[Any, None]:
        clock = asyncio.get_running_loop().time
        news = asyncio.Event()
        link = self._link
        link.waiters.add(news)
        try:
            while True:
                news.clear()
                passed = self.session.locks.released
                task.step(clock())
                link.wake_after(passed)
                await link.flush()
                if task.item is not None:
                    yield task.item.item
                elif task.done:
                    return
                else:
                    await _wait(news, task.wake_at, clock())
        finally:
            link.waiters.discard(news)
            passed = self.session.locks.released
            task.cancel()
            link.wake_after(passed)
            await link.flush(reconnect=False)


async def _wait(news: asyncio.Event, until: float | None, now: float) -> None:
    """Wait for news, or until `until`. `asyncio.wait_for` of Python 3.11 would lose a cancellation
    that comes together with the news."""
    if until is None:
        await news.wait()
        return
    timer = asyncio.get_running_loop().call_later(max(0.0, until - now), news.set)
    try:
        await news.wait()
    finally:
        timer.cancel()


class _Link:
    """The connection and its supervising task, separate from the driver so that a driver can be
    garbage-collected."""

    def __init__(
        self,
        session: Session,
        endpoints: Endpoints,
        dial: AsyncDial,
        connect_timeout: float,
        policy: Policy,
    ) -> None:
        self.waiters: set[asyncio.Event] = set()
        self._session = session
        self._endpoints = endpoints
        self._dial = dial
        self._connect_timeout = connect_timeout
        self._policy = policy
        self._was_connected = False
        self._hanging_up = False
        self._transport: AsyncTransport | None = None
        self._supervisor: asyncio.Task[None] | None = None

    @property
    def endpoint(self) -> str:
        return self._endpoints.names[0] if self._transport is None else self._transport.endpoint

    async def reach(self) -> str:
        transport = self._transport
        return await transport.reach() if isinstance(transport, Threaded) else self.endpoint

    async def flush(self, *, reconnect: bool = True) -> None:
        """Send what is queued; request a connection if there is none."""
        if self._session.mute and self._transport is not None:
            self._endpoints.avoid()
            await self._transport.close()  # the supervisor sees the loss
        if reconnect and self._session.wants_connection and not self._supervised():
            self._supervisor = asyncio.get_running_loop().create_task(self._supervise())
        if self._transport is not None:
            # The supervisor handles a loss: its `receive` ends as well.
            with contextlib.suppress(ConnectionLost):
                for text in self._session.outgoing():
                    await self._transport.send(text)

    async def close(self, texts: list[str]) -> None:
        with contextlib.suppress(TransportError):
            for text in texts:
                if self._transport is not None:
                    await self._transport.send(text)
        supervisor, self._supervisor = self._supervisor, None
        if supervisor is not None and not supervisor.done():
            if not self._hanging_up:  # a close under way must not be interrupted
                supervisor.cancel()
            await asyncio.gather(supervisor, return_exceptions=True)
        self._wake()

    def abandon(self) -> None:
        """End the task of a driver that was collected without being closed."""
        supervisor = self._supervisor
        if supervisor is not None and not supervisor.done():
            loop = supervisor.get_loop()
            if not loop.is_closed():
                loop.call_soon_threadsafe(supervisor.cancel)

    def succeeded(self) -> _Link:
        """In a child process: a link without a connection, in place of this one."""
        link = _Link(
            self._session, self._endpoints, self._dial, self._connect_timeout, self._policy
        )
        transport, self._transport = self._transport, None
        self._session = Session()  # the end of this one must not affect the child's
        self._session.close()
        keep(self._supervisor)  # or it warns when it is collected
        forsake(transport)
        return link

    def _supervised(self) -> bool:
        return self._supervisor is not None and not self._supervisor.done()

    def wake_after(self, passed: int) -> None:
        """Wake the programs that wait for a lock, if one was released since `released`."""
        if self._session.locks.released != passed:
            self._wake()

    def _wake(self) -> None:
        for news in self.waiters:
            news.set()

    async def _supervise(self) -> None:
        while self._session.wants_connection:
            try:
                if await self._connect():
                    await self._read()
            finally:
                await self._hang_up()
                self._wake()

    async def _connect(self) -> bool:
        policy = self._policy if self._was_connected else ONCE
        clock = asyncio.get_running_loop().time
        until = clock() + policy.budget
        for attempt in self._endpoints.attempts(policy):
            if clock() > until:
                break
            await asyncio.sleep(attempt.delay)
            try:
                self._transport = await self._dial(attempt.endpoint, self._connect_timeout)
            except TransportError as error:
                self._endpoints.failed(attempt.endpoint, error)
                continue
            except (
                BtError
            ) as error:  # such as a chain file that another process holds: retrying is useless
                self._session.give_up(error)
                return False
            self._endpoints.succeeded(attempt.endpoint)
            self._was_connected = True
            self._session.connected(self._transport.endpoint)
            return True
        self._session.give_up(self._endpoints.exhausted())
        return False

    async def _read(self) -> None:
        """Feed the session until the connection is lost."""
        while self._transport is not None and self._session.state is not State.LOST:
            await self.flush(reconnect=False)
            try:
                self._session.receive(await self._transport.receive())
            except ConnectionLost as error:
                self._session.lost(error)
            except ProtocolError as error:
                self._session.lost(ConnectionLost(self._transport.endpoint, error.message))
            self._wake()

    async def _hang_up(self) -> None:
        transport, self._transport = self._transport, None
        if self._session.state in (State.OPEN, State.GREETING):  # cancelled from outside
            self._session.lost(ConnectionLost(self.endpoint, "the event loop has ended"))
        if transport is not None:
            self._hanging_up = True
            try:
                await transport.close()
            finally:
                self._hanging_up = False


class WebSocket:
    """A WebSocket of `websockets.asyncio`, which answers pings and sends its own."""

    def __init__(self, endpoint: str, connection: Any, closed: type[Exception]) -> None:
        self.endpoint = endpoint
        self._connection = connection
        self._closed = closed

    async def send(self, text: str) -> None:
        """Hand over one text."""
        try:
            await self._connection.send(text)
        except (OSError, self._closed) as error:
            raise ConnectionLost(self.endpoint, str(error)) from error

    async def receive(self) -> str:
        """The next text."""
        try:
            message: str | bytes = await self._connection.recv()
        except (OSError, self._closed) as error:
            raise ConnectionLost(self.endpoint, str(error)) from error
        return message if isinstance(message, str) else message.decode("utf-8", "replace")

    def forsake(self) -> None:
        """Leave the socket to the parent process."""
        held = self._connection.transport.get_extra_info("socket")
        if held is not None:  # it was closed
            silence(held.fileno())

    async def close(self) -> None:
        """Release the socket."""
        with contextlib.suppress(OSError, BtError, self._closed):
            await self._connection.close()


async def open_websocket(
    endpoint: str,
    timeout: float,
    *,
    proxy: str | None = "environment",
    silent_s: float = SILENT_S,
    headers: Mapping[str, str] | None = None,
) -> AsyncTransport:
    """Connect within `timeout` seconds; the rest is as in `blocking.WebSocket`."""
    from websockets.asyncio.client import connect  # noqa: PLC0415  # 0.16 s
    from websockets.exceptions import WebSocketException  # noqa: PLC0415

    from btsdk.drivers.proxies import proxy_for, reason_of  # noqa: PLC0415  # it needs urllib, as they do

    through = proxy_for(endpoint, proxy)
    try:
        connection = await connect(
            endpoint,
            open_timeout=timeout,
            **keepalive(silent_s),
            additional_headers=headers,
            logger=quiet_logger(),
            max_size=MAX_MESSAGE,
            proxy=None if through is None else through.url,
        )
    except (OSError, ValueError, asyncio.TimeoutError, WebSocketException) as error:
        raise ConnectError(endpoint, reason_of(error, through)) from error
    return WebSocket(endpoint, connection, WebSocketException)


class Threaded:
    """A blocking transport, served from two worker threads: one sends, one receives."""

    POLL = 0.5
    """Seconds between the receiving thread's checks whether to stop."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._sender = ThreadPoolExecutor(1, "btsdk-send")
        self._receiver = ThreadPoolExecutor(1, "btsdk-receive")
        self._closed = False

    @property
    def endpoint(self) -> str:
        """The transport's endpoint."""
        return self._transport.endpoint

    async def send(self, text: str) -> None:
        """Hand over one text."""
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._sender, self._transport.send, text)

    async def receive(self) -> str:
        """The next text."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._receiver, self._receive)

    async def reach(self) -> str:
        """The URL at which other programs reach the chain, which opens a port if it can."""
        if not isinstance(self._transport, Servable):
            return self.endpoint
        return await asyncio.get_running_loop().run_in_executor(self._sender, self._transport.serve)

    async def close(self) -> None:
        """Release the transport and both threads."""
        self._closed = True
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._sender, self._transport.close)
        self._sender.shutdown(wait=False)
        self._receiver.shutdown(wait=False)

    def _receive(self) -> str:
        while not self._closed:
            with contextlib.suppress(TimeoutError):
                return self._transport.receive(self.POLL)
        raise ConnectionLost(self.endpoint, "closed")
