"""The closed set of effects: all that a read or an operation may ask of the world.

A program is a generator that yields requests and is sent their replies. It holds no connection,
knows no clock and is driven in the same way by the blocking and the asyncio driver, so every read
and every operation is written once. A program never yields while it is being closed: what it
holds (subscriptions) is released by the driver.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Json: TypeAlias = Any
"""A decoded JSON value: what comes out of the wire is typed by the program that asked for it."""


class Request(Generic[T_co]):
    """Something asked of the driver; its reply is a `T_co`."""


Program: TypeAlias = Generator[Request[Any], Any, T]
"""A generator over effects that returns a `T`."""


def ask(request: Request[T]) -> Program[T]:
    """Ask for one effect: `reply = yield from ask(request)`, with the reply's type."""
    reply: T = yield request
    return reply


class Subscription(NamedTuple):
    """A subscription under a number of our own: it outlives the server's id and the connection."""

    number: int
    method: str


class Notification(NamedTuple):
    """One message of a subscription."""

    subscription: Subscription
    value: Json


@dataclass(frozen=True)
class RpcCall(Request[Json]):
    """One RPC call. `timeout` in seconds, the driver's default where it is None."""

    method: str
    params: tuple[Json, ...] = ()
    timeout: float | None = None


@dataclass(frozen=True)
class RpcBatch(Request[list[Json]]):
    """Several calls in one message; the replies come in the order of the calls.

    If any call fails, the first one's error is raised and the other replies are lost: a batch is
    for reads that are only of use together.
    """

    calls: tuple[RpcCall, ...]
    timeout: float | None = None


@dataclass(frozen=True)
class Subscribe(Request[Subscription]):
    """Open a subscription; it is released when the program ends, at the latest.

    A `renewable` one is opened again after a lost connection, which may lose messages between; of
    one that is not, `Next` raises `ConnectionLost`.
    """

    method: str
    params: tuple[Json, ...]
    unsubscribe: str
    renewable: bool = True
    timeout: float | None = None


@dataclass(frozen=True)
class Next(Request["Notification | None"]):
    """The next message of any of these subscriptions, or None once `timeout` seconds went by."""

    subscriptions: tuple[Subscription, ...]
    timeout: float | None = None


@dataclass(frozen=True)
class Unsubscribe(Request[None]):
    """Release a subscription early; nothing is waited for."""

    subscription: Subscription


@dataclass(frozen=True)
class Now(Request[float]):
    """The driver's monotonic clock, in seconds."""


@dataclass(frozen=True)
class Sleep(Request[None]):
    """Let `seconds` go by; other programs go on."""

    seconds: float


@dataclass(frozen=True)
class Emit(Request[None]):
    """Hand one item to whoever iterates over this program; a plain run drops it."""

    item: object
