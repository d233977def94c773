"""The interface of connections: they carry texts both ways and report their loss."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypedDict, runtime_checkable

from btsdk.errors import ForkedProcess
from btsdk.forks import keep

if TYPE_CHECKING:
    from logging import Logger

MAX_MESSAGE = 256 * 1024 * 1024
"""The largest message in bytes: metagraphs of all subnets exceed the libraries' default of 1
MiB."""


SILENT_S = 25.0
"""Seconds after which a connection that answers no ping is lost: less than the time for one call,
so that a read on a frozen connection is repeated on another one."""

_CLOSE_S = 1.0
"""The longest wait for the peer's end of a closed connection."""


class Keepalive(TypedDict):
    """The arguments of `websockets` that notice a frozen connection, all in seconds."""

    ping_interval: float
    ping_timeout: float
    close_timeout: float


def keepalive(silent_s: float) -> Keepalive:
    """The three waits that follow each other on a frozen connection, `silent_s` together: until the
    next ping, for its answer, and for the peer's end of the close handshake."""
    interval = silent_s / 4
    close = min(_CLOSE_S, silent_s / 4)
    return Keepalive(
        ping_interval=interval, ping_timeout=silent_s - interval - close, close_timeout=close
    )


def quiet_logger() -> Logger:
    """The logger `btsdk.connection` for the library's messages: what goes wrong is raised, and must
    not be printed as well where nobody has set up logging."""
    import logging  # noqa: PLC0415  # websockets loads it, with the first connection

    logger = logging.getLogger("btsdk.connection")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
    return logger


class Transport(Protocol):
    """A blocking connection. `send` and `receive` may be called from two threads at once."""

    @property
    def endpoint(self) -> str:
        """The `ws://…` URL at which other programs reach the chain, otherwise a name for it."""

    def send(self, text: str) -> None:
        """Hand over one text; raises `ConnectionLost`."""

    def receive(self, timeout: float | None) -> str:
        """The next text; raises `TimeoutError` after `timeout` seconds, or `ConnectionLost`."""

    def close(self) -> None:
        """Release everything; a `receive` under way elsewhere ends with `ConnectionLost`."""


@runtime_checkable
class Servable(Protocol):
    """A transport that can serve its chain to other programs."""

    def serve(self) -> str:
        """Open a port unless one is open; returns the `ws://…` URL."""


@runtime_checkable
class Inheritable(Protocol):
    """A transport that a child process can abandon."""

    def forsake(self) -> None:
        """In a child process: stop using the connection, which stays the parent's, without any I/O.

        Called before any other code of the child. It must not send, shut down the connection, or
        wait: locks may be held by threads that do not exist here.
        """


class AsyncTransport(Protocol):
    """An asyncio connection; `receive` has no timeout, it is cancelled."""

    @property
    def endpoint(self) -> str:
        """The `ws://…` URL at which other programs reach the chain, otherwise a name for it."""

    async def send(self, text: str) -> None:
        """Hand over one text; raises `ConnectionLost`."""

    async def receive(self) -> str:
        """The next text; raises `ConnectionLost`."""

    async def close(self) -> None:
        """Release everything."""


def forsake(transport: object) -> None:
    """Abandon the parent's transport in a child process."""
    if transport is not None:
        keep(transport)
    if isinstance(transport, Inheritable):
        transport.forsake()


def of_parent(what: str) -> ForkedProcess:
    """The error of everything that was under way when the process was forked."""
    return ForkedProcess(
        what, hint="Repeat the request: in a child process a client connects afresh."
    )


Dial: TypeAlias = Callable[[str, float], Transport]
"""`dial(endpoint, timeout)`: a connection within `timeout` seconds, or `ConnectError`."""

AsyncDial: TypeAlias = Callable[[str, float], Awaitable[AsyncTransport]]
"""`dial` as a coroutine."""
