"""One client of the node: the channel for its texts, and its subscriptions.

Subscriptions push from any thread that changes the chain, so `send` must be thread-safe. A
subscription holds its notifications back until the reply with its id is sent.
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
"""The subscriptions of one connection at a time, Substrate's default."""


class Belonging(Protocol):
    """State that a namespace keeps for one client."""

    def close(self) -> None:
        """Called when the client has disconnected."""


B = TypeVar("B", bound=Belonging)


class Subscription:
    """Pushes results under one id; `cancel` is called once, however the subscription ends."""

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
        """Whether the subscription is open."""
        return not self._ended

    def push(self, result: Any) -> None:
        """Notify the client; no effect once the subscription has ended."""
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
        """Send the held notifications, in order: the reply was sent."""
        while True:
            with self._lock:
                held, self._held = self._held, []
                if not held:
                    self._held = None
                    return
            for text in held:
                self.peer.send(text)

    def forget(self) -> None:
        """End the subscription and drop the held notifications."""
        with self._lock:
            self._held = None
        self.end()

    def on_cancel(self, cancel: Callable[[], None]) -> None:
        """Set the call for the end of the subscription; it is made at once if that has ended."""
        with self._lock:
            if not self._ended:
                self._cancel = cancel
                return
        cancel()

    def end(self) -> None:
        """End the subscription and release its resources."""
        with self._lock:
            cancel, self._cancel, self._ended = self._cancel, None, True
        if cancel is not None:
            cancel()


class Peer:
    """A connection. `send` is None if texts only answer requests (HTTP).

    `serves_unsafe` is False if unsafe methods are refused.
    """

    def __init__(self, send: Send | None, *, serves_unsafe: bool = True) -> None:
        self._send = send
        self.serves_unsafe = serves_unsafe
        self._subscriptions: dict[str, Subscription] = {}
        self._belongings: dict[type, Belonging] = {}
        self.asked_at = 0.0
        """The time of its last request, by `perf_counter`."""

    @property
    def can_subscribe(self) -> bool:
        return self._send is not None

    @property
    def subscriptions(self) -> int:
        """The number of open subscriptions."""
        return len(self._subscriptions)

    def send(self, text: str) -> None:
        if self._send is not None:
            self._send(text)

    @property
    def subscription_ids(self) -> set[str]:
        """The ids of the open subscriptions."""
        return set(self._subscriptions)

    def forget_all_but(self, known: set[str]) -> None:
        """End the subscriptions whose ids the client is never sent."""
        for unknown in self.subscription_ids - known:
            self._subscriptions.pop(unknown).forget()

    def open(self, notification: str, most: int = MAX_SUBSCRIPTIONS) -> Subscription:
        """A new subscription; raises `RpcFailure` if the connection has too many."""
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
        """The state of one kind that a namespace keeps for this client, created on first use."""
        if kind not in self._belongings:
            self._belongings[kind] = kind()
        return cast("B", self._belongings[kind])

    def end(self, subscription_id: Any) -> bool:
        """End a subscription by its id; returns whether there was one."""
        if not isinstance(subscription_id, str):
            return False
        subscription = self._subscriptions.pop(subscription_id, None)
        if subscription is not None:
            subscription.end()
        return subscription is not None

    def close(self) -> None:
        """The client has disconnected: end all that it had."""
        for subscription in list(self._subscriptions.values()):
            subscription.end()
        self._subscriptions.clear()
        for belonging in self._belongings.values():
            belonging.close()
        self._send = None
