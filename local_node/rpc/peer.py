"""One client of the node: where its texts go, and what it has subscribed to.

Subscriptions push from whichever thread changed the chain, so `send` must be safe from any thread.
A subscription holds its notifications back until the reply with its id has gone out.
"""

from __future__ import annotations

import json
import threading
from base64 import urlsafe_b64encode
from collections.abc import Callable
from os import urandom
from typing import Any, Protocol, TypeVar, cast

from local_node.rpc.errors import TOO_MANY_SUBSCRIPTIONS, RpcFailure

_ENCODE = json.JSONEncoder(separators=(",", ":")).encode

Send = Callable[[str], None]

MAX_SUBSCRIPTIONS = 1024
"""A connection's subscriptions at a time, as Substrate's default."""


class Belonging(Protocol):
    """What a namespace keeps for one client."""

    def close(self) -> None:
        """The client is gone."""


B = TypeVar("B", bound=Belonging)


class Subscription:
    """Pushes results under one id; `cancel` is called once, whoever ends it."""

    def __init__(self, peer: Peer, notification: str) -> None:
        self.id = urlsafe_b64encode(urandom(12)).decode()
        self.peer = peer
        self._notification = notification
        self._lock = threading.Lock()
        self._held: list[str] | None = []
        self._cancel: Callable[[], None] | None = None
        self._ended = False

    @property
    def is_open(self) -> bool:
        """Somebody still hears what is pushed."""
        return not self._ended

    def push(self, result: Any) -> None:
        """Notify the client; nothing happens once the subscription has ended."""
        params = {"subscription": self.id, "result": result}
        text = _ENCODE({"jsonrpc": "2.0", "method": self._notification, "params": params})
        with self._lock:
            if self._ended:
                return
            if self._held is not None:
                self._held.append(text)
                return
        self.peer.send(text)

    def release(self) -> None:
        """The reply is out: let go of what was held back, in order."""
        while True:
            with self._lock:
                held, self._held = self._held, []
                if not held:
                    self._held = None
                    return
            for text in held:
                self.peer.send(text)

    def forget(self) -> None:
        """End it; what was held back goes nowhere."""
        with self._lock:
            self._held = None
        self.end()

    def on_cancel(self, cancel: Callable[[], None]) -> None:
        """What to do when the subscription ends; done at once if it has ended already."""
        with self._lock:
            if not self._ended:
                self._cancel = cancel
                return
        cancel()

    def end(self) -> None:
        """No more notifications; releases what the subscription listens to."""
        with self._lock:
            cancel, self._cancel, self._ended = self._cancel, None, True
        if cancel is not None:
            cancel()


class Peer:
    """A connection. `send` is None where texts only answer requests (HTTP).

    `serves_unsafe` is False where unsafe methods are refused.
    """

    def __init__(self, send: Send | None, *, serves_unsafe: bool = True) -> None:
        self._send = send
        self.serves_unsafe = serves_unsafe
        self._subscriptions: dict[str, Subscription] = {}
        self._belongings: dict[type, Belonging] = {}
        self.asked_at = 0.0
        """When it last asked something, by `perf_counter`."""

    @property
    def can_subscribe(self) -> bool:
        return self._send is not None

    @property
    def subscriptions(self) -> int:
        """How many are open."""
        return len(self._subscriptions)

    def send(self, text: str) -> None:
        if self._send is not None:
            self._send(text)

    @property
    def subscription_ids(self) -> set[str]:
        """Those that are open."""
        return set(self._subscriptions)

    def forget_all_but(self, known: set[str]) -> None:
        """End the subscriptions whose ids the client is never told."""
        for unknown in self.subscription_ids - known:
            self._subscriptions.pop(unknown).forget()

    def open(self, notification: str, most: int = MAX_SUBSCRIPTIONS) -> Subscription:
        """A new subscription; raises `RpcFailure` where the connection has too many."""
        if len(self._subscriptions) >= most:
            raise RpcFailure(
                TOO_MANY_SUBSCRIPTIONS,
                "Too many subscriptions on the connection",
                f"Exceeded max limit of {most}",
            )
        subscription = Subscription(self, notification)
        self._subscriptions[subscription.id] = subscription
        return subscription

    def own(self, kind: type[B]) -> B:
        """What a namespace keeps for this client: one object of each kind, made when asked for."""
        if kind not in self._belongings:
            self._belongings[kind] = kind()
        return cast("B", self._belongings[kind])

    def end(self, subscription_id: Any) -> bool:
        """End a subscription by its id; whether there was one."""
        if not isinstance(subscription_id, str):
            return False
        subscription = self._subscriptions.pop(subscription_id, None)
        if subscription is not None:
            subscription.end()
        return subscription is not None

    def close(self) -> None:
        """The client is gone: end everything it had."""
        for subscription in list(self._subscriptions.values()):
            subscription.end()
        self._subscriptions.clear()
        for belonging in self._belongings.values():
            belonging.close()
        self._send = None
