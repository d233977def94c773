"""Tasks: one program each, run against a session as far as possible without waiting.

A driver steps a task: after each step it is done, holds an item for the iterator, or waits until
something is received or `wake_at` passes. Invariant: when a task ends, for whatever reason, the
subscriptions and locks of its program are released and its tickets abandoned.
"""

from __future__ import annotations

from typing import Any, Generic, Protocol, TypeVar

from btsdk.errors import BtError, DeadlineExceeded
from btsdk.rpc.effects import (
    Acquire,
    Connection,
    Emit,
    Next,
    Now,
    Program,
    Release,
    Replace,
    Request,
    RpcBatch,
    RpcCall,
    Sleep,
    Subscribe,
    Subscription,
    Unsubscribe,
)
from btsdk.rpc.session import Session, Ticket

T = TypeVar("T")


_BUSY = "an earlier submission of this client from the same account is not done yet"


class _NotYet:
    """The reply of an effect that is still pending."""


_NOT_YET = _NotYet()


class _Waiting(Protocol):
    """A pending effect. `until` is the time at which it ends by itself."""

    until: float | None

    def poll(self, now: float) -> Any:
        """The reply, `_NOT_YET`, or the error to raise inside the program."""


class Task(Generic[T]):
    """One running program; see the module."""

    def __init__(self, session: Session, program: Program[T], timeout: float) -> None:
        self._session = session
        self._program = program
        self._timeout = timeout
        self._held: list[Subscription] = []
        self._locks: set[str] = set()
        self._waiting: _Waiting | None = None
        self._reply: Any = None
        self._error: BaseException | None = None
        self._value: T | None = None
        self.done = False
        self.item: Emit | None = None

    @property
    def wake_at(self) -> float | None:
        """The latest time for the next step, on the clock given to `step`."""
        return None if self._waiting is None else self._waiting.until

    @property
    def in_queue(self) -> bool:
        """Whether it waits for another program of this session, and not for the peer."""
        return isinstance(self._waiting, _Queue)

    def step(self, now: float) -> None:
        """Run as far as possible. The program's own error is kept for `result`."""
        self.item = None
        while not self.done and self.item is None:
            if self._waiting is not None and not self._poll(self._waiting, now):
                return
            self._resume(now)

    def result(self) -> T:
        """The program's return value; raises the error that ended it."""
        if self._error is not None:
            raise self._error
        return self._value  # type: ignore[return-value]  # done without error: it is a T

    def cancel(self) -> None:
        """Stop the program, and release its subscriptions and tickets."""
        if not self.done:
            self.done = True
            self._program.close()
            self._release()

    def _poll(self, waiting: _Waiting, now: float) -> bool:
        """Whether the pending effect has ended."""
        try:
            reply = waiting.poll(now)
        except BtError as error:
            self._waiting, self._error = None, error
            return True
        if reply is _NOT_YET:
            return False
        self._waiting, self._reply = None, reply
        return True

    def _resume(self, now: float) -> None:
        """Hand the reply or the error to the program, and start its next effect."""
        error, self._error = self._error, None
        reply, self._reply = self._reply, None
        try:
            request = self._program.send(reply) if error is None else self._program.throw(error)
            self._begin(request, now)
        except StopIteration as stop:
            self._finish(stop.value, None)
        except BaseException as raised:  # noqa: BLE001  # kept, and raised again by `result`
            self._finish(None, raised)

    def _finish(self, value: T | None, error: BaseException | None) -> None:
        self.done, self._value, self._error = True, value, error
        self._program.close()
        self._release()

    def _release(self) -> None:
        if isinstance(self._waiting, _Reply):
            self._session.abandon(self._waiting.ticket)
        self._waiting = None
        for subscription in self._held:
            self._session.release(subscription)
        self._held.clear()
        for name in self._locks:
            self._session.locks.release(name, self)
        self._locks.clear()

    def _begin(self, request: Request[Any], now: float) -> None:
        match request:
            case RpcCall():
                self._await(self._session.call(request), request.timeout, now)
            case RpcBatch():
                self._await(self._session.batch(request.calls), request.timeout, now)
            case Subscribe():
                ticket, handle = self._session.subscribe(request)
                self._held.append(handle)
                self._await(ticket, request.timeout, now, handle)
            case Next():
                until = None if request.timeout is None else now + request.timeout
                self._waiting = _Inbox(self._session, request.subscriptions, until)
            case Sleep():
                self._waiting = _Nap(now + request.seconds)
            case Unsubscribe():
                self._held.remove(request.subscription)
                self._session.release(request.subscription)
            case Connection():
                self._reply = self._session.connections
            case Replace():
                self._reply = self._session.doubt(request.connection)
            case Acquire():
                self._locks.add(request.name)
                self._waiting = _Queue(self._session, request.name, self, now + request.timeout)
            case Release():
                self._locks.discard(request.name)
                self._session.locks.release(request.name, self)
            case Now():
                self._reply = now
            case Emit():
                self.item = request
            case _:
                raise TypeError(f"not an effect: {request!r}")

    def _await(
        self, ticket: Ticket, timeout: float | None, now: float, reply: object = None
    ) -> None:
        until = now + (self._timeout if timeout is None else timeout)
        self._waiting = _Reply(self._session, ticket, until, reply)


class _Reply:
    """A pending call, batch or subscribe call."""

    def __init__(self, session: Session, ticket: Ticket, until: float, reply: object) -> None:
        self.until: float | None = until
        self.ticket = ticket
        self._session = session
        self._reply = reply
        self._deadline = until

    def poll(self, now: float) -> Any:
        if self.ticket.done:
            result = self.ticket.result()
            return result if self._reply is None else self._reply
        if now < self._deadline:
            return _NOT_YET
        self._session.abandon(self.ticket)
        method = self.ticket.calls[0].method
        endpoint = self._session.endpoint or "no connection"
        raise DeadlineExceeded(endpoint, f"no answer to {method} in time")


class _Inbox:
    """A pending `Next`."""

    def __init__(
        self, session: Session, subscriptions: tuple[Subscription, ...], until: float | None
    ) -> None:
        self.until = until
        self._session = session
        self._subscriptions = subscriptions

    def poll(self, now: float) -> Any:
        for subscription in self._subscriptions:
            notification = self._session.take(subscription)
            if notification is not None:
                return notification
        return None if self.until is not None and now >= self.until else _NOT_YET


class _Queue:
    """A pending `Acquire`."""

    def __init__(self, session: Session, name: str, owner: object, until: float) -> None:
        self.until: float | None = until
        self._session = session
        self._name = name
        self._owner = owner
        self._deadline = until

    def poll(self, now: float) -> Any:
        if self._session.locks.acquire(self._name, self._owner):
            return None
        if now < self._deadline:
            return _NOT_YET
        self._session.locks.release(self._name, self._owner)
        raise DeadlineExceeded(self._session.endpoint or "no connection", _BUSY)


class _Nap:
    """A pending `Sleep`."""

    def __init__(self, until: float) -> None:
        self.until: float | None = until
        self._deadline = until

    def poll(self, now: float) -> Any:
        return None if now >= self._deadline else _NOT_YET
