"""What a connection must be able to do: carry texts both ways, and say when it is gone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeAlias, runtime_checkable

from btsdk.errors import ForkedProcess
from btsdk.forks import keep

MAX_MESSAGE = 256 * 1024 * 1024
"""Bytes of one message: metagraphs of all subnets go beyond the 1 MiB that libraries allow."""


class Transport(Protocol):
    """A blocking connection. `send` and `receive` may be called from two threads at once."""

    @property
    def endpoint(self) -> str:
        """The `ws://…` url where other programs find the same chain, otherwise a name for it."""

    def send(self, text: str) -> None:
        """Hand over one text; raises `ConnectionLost`."""

    def receive(self, timeout: float | None) -> str:
        """The next text; raises `TimeoutError` after `timeout` seconds, or `ConnectionLost`."""

    def close(self) -> None:
        """Release everything; a `receive` under way elsewhere ends with `ConnectionLost`."""


@runtime_checkable
class Servable(Protocol):
    """A transport that can make its chain reachable for other programs."""

    def serve(self) -> str:
        """Open a port, if none is open; the `ws://…` url."""


@runtime_checkable
class Inheritable(Protocol):
    """A transport that a child process can let go of."""

    def forsake(self) -> None:
        """In a child process: never use the connection, which stays the parent's, and tell nobody.

        Called before any other code of the child. Nothing may be sent, closed for others, or waited
        for; locks may be held by threads that do not exist here.
        """


class AsyncTransport(Protocol):
    """The same as coroutines; `receive` is cancelled, not timed."""

    @property
    def endpoint(self) -> str:
        """The `ws://…` url where other programs find the same chain, otherwise a name for it."""

    async def send(self, text: str) -> None:
        """Hand over one text; raises `ConnectionLost`."""

    async def receive(self) -> str:
        """The next text; raises `ConnectionLost`."""

    async def close(self) -> None:
        """Release everything."""


def forsake(transport: object) -> None:
    """Let go of the parent's transport, in a child."""
    if transport is not None:
        keep(transport)
    if isinstance(transport, Inheritable):
        transport.forsake()


def of_parent(what: str) -> ForkedProcess:
    """What ends everything that was under way when the process was forked."""
    return ForkedProcess(what, hint="Ask again: in a child process a client connects anew.")


Dial: TypeAlias = Callable[[str, float], Transport]
"""`dial(endpoint, timeout)`: a connection within `timeout` seconds, or `ConnectError`."""

AsyncDial: TypeAlias = Callable[[str, float], Awaitable[AsyncTransport]]
"""The same as a coroutine."""
