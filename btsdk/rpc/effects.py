"""Effects: the closed set of requests that a program may yield to its driver.

A program is a generator that yields requests and is sent their replies. It has no connection and no
clock, and both the blocking and the asyncio driver can run it, so every read and every operation is
written once. A program never yields while it is being closed: the driver releases its
subscriptions.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Json: TypeAlias = Any
"""A decoded JSON value; the program that requested it checks its type."""


class Request(Generic[T_co]):
    """A request to the driver; its reply is a `T_co`."""


Program: TypeAlias = Generator[Request[Any], Any, T]
"""A generator over effects that returns a `T`."""


def ask(request: Request[T]) -> Program[T]:
    """Yield one request: `reply = yield from ask(request)`, with the reply's type."""
    reply: T = yield request
    return reply


class Subscription(NamedTuple):
    """A subscription under a local number, which outlives the server's id and the connection."""

    number: int
    method: str


class Notification(NamedTuple):
    """One message of a subscription."""

    subscription: Subscription
    value: Json


@dataclass(frozen=True)
class RpcCall(Request[Json]):
    """One RPC call. `timeout` is in seconds, None for the driver's default."""

    method: str
    params: tuple[Json, ...] = ()
    timeout: float | None = None


@dataclass(frozen=True)
class RpcBatch(Request[list[Json]]):
    """Several calls in one message; the replies come in the order of the calls.

    If any call fails, the first error is raised and the other replies are lost: use a batch for
    reads that are needed together.
    """

    calls: tuple[RpcCall, ...]
    timeout: float | None = None


@dataclass(frozen=True)
class Subscribe(Request[Subscription]):
    """Open a subscription; it is released at the end of the program, or earlier.

    A `renewable` one is reopened after a lost connection, and messages in between may be missing;
    for any other, `Next` raises `ConnectionLost`.
    """

    method: str
    params: tuple[Json, ...]
    unsubscribe: str
    renewable: bool = True
    timeout: float | None = None


@dataclass(frozen=True)
class Next(Request["Notification | None"]):
    """The next message of any of these subscriptions, or None after `timeout` seconds."""

    subscriptions: tuple[Subscription, ...]
    timeout: float | None = None


@dataclass(frozen=True)
class Unsubscribe(Request[None]):
    """Release a subscription early, without waiting."""

    subscription: Subscription


@dataclass(frozen=True)
class Connection(Request[int]):
    """The number of the current connection; it grows with each one."""


@dataclass(frozen=True)
class Replace(Request[int]):
    """Replace the connection with this number by one to the next endpoint, unless it is gone.

    The reply is the number of endpoints, 0 for a chain in this process, which has no other
    connection.
    """

    connection: int


@dataclass(frozen=True)
class Acquire(Request[None]):
    """Wait for a lock of this session, which the program holds until `Release` or its end.

    Raises `DeadlineExceeded` after `timeout` seconds.
    """

    name: str
    timeout: float


@dataclass(frozen=True)
class Release(Request[None]):
    """Release a lock; nothing if the program does not hold it."""

    name: str


@dataclass(frozen=True)
class Now(Request[float]):
    """The driver's monotonic clock, in seconds."""


@dataclass(frozen=True)
class Sleep(Request[None]):
    """Pause the program for `seconds`; other programs continue."""

    seconds: float


@dataclass(frozen=True)
class Emit(Request[None]):
    """Hand one item to the iterator over this program; a plain run drops it."""

    item: object
