"""The state machine of a JSON-RPC session, without socket, thread or clock.

A driver feeds it events (`connected`, `receive`, `lost`, `give_up`, `close`) and sends its texts
(`outgoing`). Programs see tickets and subscriptions, which outlive a connection:

- the first words on every connection ask for the genesis hash, and nothing else is sent before the
  answer: a fallback endpoint of another chain is never mistaken for ours;
- after a loss, unanswered reads and renewable subscriptions are sent again; a submission never is:
  its ticket fails with `ConnectionLost`, and whoever sent it looks for its hash in the blocks;
- a notification that overtakes the reply to its subscribe call is kept until the reply comes.

Illegal use (feeding a closed session) is a `RuntimeError`: a bug of the driver, not of the peer.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from btsdk.errors import BtError, ConnectError, ConnectionLost, ProtocolError
from btsdk.rpc.effects import Json, Notification, RpcCall, Subscribe, Subscription
from btsdk.rpc.error_codes import error_for
from btsdk.rpc.locks import Locks
from btsdk.rpc.messages import Response, SubscriptionMessage, dumps, parse, request


class State(Enum):
    """The state of the connection."""

    IDLE = "idle"
    GREETING = "greeting"
    OPEN = "open"
    LOST = "lost"
    CLOSED = "closed"


class Happening(Enum):
    """An event of the connection."""

    CONNECTED = "connected"
    GREETED = "greeted"
    LOST = "lost"
    CLOSE = "close"


TRANSITIONS: dict[tuple[State, Happening], State] = {
    (State.IDLE, Happening.CONNECTED): State.GREETING,
    (State.LOST, Happening.CONNECTED): State.GREETING,
    (State.GREETING, Happening.GREETED): State.OPEN,
    (State.GREETING, Happening.LOST): State.LOST,
    (State.OPEN, Happening.LOST): State.LOST,
    (State.IDLE, Happening.LOST): State.LOST,
    (State.LOST, Happening.LOST): State.LOST,
    **{(state, Happening.CLOSE): State.CLOSED for state in State},
}

REPEATABLE = ("account_", "chain_", "childstate_", "payment_", "rpc_", "state_", "system_")
"""Method prefixes that only read, so that repeating a call is safe; all others are sent once."""

_NOT_READS = frozenset({"system_addLogFilter", "system_addReservedPeer", "system_dryRunAndApply"})

BACKLOG = 1024
"""The most notifications kept for subscriptions whose reply has not arrived."""

_GREETING = RpcCall("chain_getBlockHash", (0,))


_HASH = re.compile("0x[0-9a-fA-F]{64}")


def genesis_hash(answer: Json) -> str:
    """A genesis hash in canonical spelling, by which known networks are recognized."""
    if not isinstance(answer, str) or _HASH.fullmatch(answer) is None:
        raise ProtocolError(f"chain_getBlockHash(0) answered {str(answer)[:80]!r}, not a hash")
    return answer.lower()


def repeatable(call: RpcCall) -> bool:
    """Whether a call may be repeated if the first one may have arrived."""
    return call.method.startswith(REPEATABLE) and call.method not in _NOT_READS


@dataclass(eq=False)
class Ticket:
    """A pending request: a call, a batch, or the opening of a subscription."""

    calls: tuple[RpcCall, ...]
    is_batch: bool
    opens: _Stream | None = None
    numbers: list[int] = field(default_factory=list)
    replies: dict[int, Json] = field(default_factory=dict)
    error: BtError | None = None
    abandoned: bool = False

    @property
    def done(self) -> bool:
        """Whether it was answered or failed."""
        return self.error is not None or len(self.replies) == len(self.calls)

    def result(self) -> Json:
        """The reply, or the replies of a batch in the order of its calls; raises the error."""
        if self.error is not None:
            raise self.error
        values = [self.replies[number] for number in self.numbers]
        return values if self.is_batch else values[0]

    @property
    def repeatable(self) -> bool:
        """Whether it is repeated after a lost connection."""
        if self.opens is not None:
            return self.opens.spec.renewable
        return all(repeatable(call) for call in self.calls)


@dataclass(eq=False)
class _Stream:
    """A subscription: its request, the server's id while it has one, and unread messages."""

    handle: Subscription
    spec: Subscribe
    server_id: str | None = None
    inbox: deque[Json] = field(default_factory=deque)
    error: BtError | None = None


class Session:
    """A session; see the module. `endpoint` and `genesis` are those of the current connection,
    which is number `connections`. `roads` is the number of endpoints."""

    def __init__(self, genesis: str | None = None, *, roads: int = 1) -> None:
        self.state = State.IDLE
        self.endpoint = ""
        self.genesis = genesis
        self.connections = 0
        self.locks = Locks()
        self._last_number = 0
        self._queue: deque[Ticket] = deque()
        self._sent: dict[int, Ticket] = {}
        self._streams: dict[int, _Stream] = {}
        self._by_server_id: dict[str, _Stream] = {}
        self._unclaimed: deque[SubscriptionMessage] = deque(maxlen=BACKLOG)
        self._greeting: Ticket | None = None
        self._given_up_on = False
        self._roads = roads

    # what programs ask (through `task`) ---------------------------------------------------------

    def call(self, call: RpcCall) -> Ticket:
        """Queue one call."""
        return self._enqueue(Ticket((call,), is_batch=False))

    def batch(self, calls: Iterable[RpcCall]) -> Ticket:
        """Queue a batch of calls; an empty batch is answered at once."""
        ticket = Ticket(tuple(calls), is_batch=True)
        return ticket if ticket.done else self._enqueue(ticket)

    def subscribe(self, spec: Subscribe) -> tuple[Ticket, Subscription]:
        """Queue the opening of a subscription; the handle is valid once the ticket is done."""
        self._last_number += 1
        stream = _Stream(Subscription(self._last_number, spec.method), spec)
        self._streams[stream.handle.number] = stream
        call = RpcCall(spec.method, spec.params)
        return self._enqueue(Ticket((call,), is_batch=False, opens=stream)), stream.handle

    def take(self, handle: Subscription) -> Notification | None:
        """The oldest unread message of a subscription; raises the error that ended it."""
        stream = self._streams.get(handle.number)
        if stream is None:
            raise ProtocolError(f"{handle.method}: the subscription was released already")
        if stream.inbox:
            return Notification(handle, stream.inbox.popleft())
        if stream.error is not None:
            raise stream.error
        return None

    def release(self, handle: Subscription) -> None:
        """Unsubscribe, without waiting for the server's answer."""
        stream = self._streams.pop(handle.number, None)
        if stream is not None:
            self._detach(stream)

    def abandon(self, ticket: Ticket) -> None:
        """Drop a ticket that nothing waits for; if it opens a subscription later, that is
        released."""
        ticket.abandoned = True
        self._given_up_on = self._given_up_on or self.state is State.GREETING
        if ticket in self._queue:
            self._queue.remove(ticket)
        if ticket.opens is not None:
            self.release(ticket.opens.handle)

    def doubt(self, connection: int) -> int:
        """Have the driver replace a connection whose node is stuck, by its number.

        Returns the number of endpoints, 0 if a new connection cannot help: a chain in this process
        is the same one after it.
        """
        if self._roads and self.state is State.OPEN and connection == self.connections:
            self._given_up_on = True
        return self._roads

    # what drivers tell --------------------------------------------------------------------------

    @property
    def wants_connection(self) -> bool:
        """Whether something is pending that needs a (new) connection."""
        waiting = bool(self._queue) or any(s.error is None for s in self._streams.values())
        return self.state in (State.IDLE, State.LOST) and waiting

    @property
    def mute(self) -> bool:
        """Whether the peer did not even answer the first request while a call timed out, or is in
        doubt.

        A driver should move to another endpoint: this one accepts connections and answers nothing,
        or its chain stands still.
        """
        return self.state in (State.GREETING, State.OPEN) and self._given_up_on

    def connected(self, endpoint: str) -> None:
        """Start on a fresh connection."""
        self._move(Happening.CONNECTED)
        self._given_up_on = False
        self.connections += 1
        self.endpoint = endpoint
        self._greeting = Ticket((_GREETING,), is_batch=False)

    def outgoing(self) -> list[str]:
        """The texts to send now; from here on they count as sent."""
        if self.state is State.GREETING and self._greeting and not self._greeting.numbers:
            return [self._text(self._greeting)]
        if self.state is not State.OPEN:
            return []
        texts = [self._text(ticket) for ticket in self._queue]
        self._queue.clear()
        return texts

    def receive(self, text: str) -> None:
        """Process one text from the peer; raises `ProtocolError` if it is not valid JSON-RPC."""
        for message in parse(text):
            if isinstance(message, SubscriptionMessage):
                self._on_event(message)
            else:
                self._on_response(message)

    def lost(self, error: ConnectionLost) -> None:
        """Handle a lost connection: repeatable requests wait for the next one, the rest fail."""
        self._move(Happening.LOST)
        unanswered = list(dict.fromkeys(self._sent.values()))
        self._sent.clear()
        self._by_server_id.clear()
        self._unclaimed.clear()
        again = [t for t in unanswered if t.repeatable and t is not self._greeting]
        for ticket in unanswered:
            self._forget(ticket)
            if not ticket.repeatable:
                self._fail(ticket, error)
        self._queue.extendleft(t for t in reversed(again) if not t.abandoned)
        for stream in self._streams.values():
            self._renew(stream, error)

    def give_up(self, error: BtError) -> None:
        """Fail everything pending with `error`, because no connection could be made."""
        self._move(Happening.LOST)
        for ticket in [*self._queue, *self._sent.values()]:
            self._fail(ticket, error)
        self._queue.clear()
        self._sent.clear()
        self._by_server_id.clear()
        for stream in self._streams.values():
            stream.error = stream.error or error

    def inherited(self, error: BtError) -> None:
        """In a child process: drop the connection and all pending requests, which are the
        parent's."""
        if self.state is State.CLOSED:
            return
        self.give_up(error)
        self.locks.clear()
        self._greeting = None
        self._given_up_on = False
        self._unclaimed.clear()
        for stream in self._streams.values():
            stream.server_id = None
            stream.inbox.clear()

    def close(self) -> list[str]:
        """Close the session: returns the final unsubscribe calls, and fails everything pending."""
        if self.state is State.CLOSED:
            return []
        error = ConnectionLost(self.endpoint or "client", "the client was closed")
        for ticket in self._queue:
            self._fail(ticket, error)
        self._queue.clear()
        for stream in list(self._streams.values()):
            self.release(stream.handle)
        texts = self.outgoing()
        self.give_up(error)
        self._move(Happening.CLOSE)
        return texts

    # inside -------------------------------------------------------------------------------------

    def _move(self, happening: Happening) -> None:
        after = TRANSITIONS.get((self.state, happening))
        if after is None:
            raise RuntimeError(f"session: {happening.value} while {self.state.value}")
        self.state = after

    def _enqueue(self, ticket: Ticket) -> Ticket:
        if self.state is State.CLOSED:
            raise ConnectionLost(self.endpoint or "client", "the client is closed")
        self._queue.append(ticket)
        return ticket

    def _text(self, ticket: Ticket) -> str:
        bodies = []
        for call in ticket.calls:
            self._last_number += 1
            ticket.numbers.append(self._last_number)
            self._sent[self._last_number] = ticket
            bodies.append(request(self._last_number, call.method, call.params))
        return dumps(bodies if ticket.is_batch else bodies[0])

    def _on_response(self, message: Response) -> None:
        if message.id is None:
            self._unreadable(message)
            return
        ticket = self._sent.pop(message.id, None)
        if ticket is None:
            return  # the answer to an abandoned request, or to one of an earlier connection
        if message.error is None:
            ticket.replies[message.id] = message.result
        elif ticket.error is None:
            call = ticket.calls[ticket.numbers.index(message.id)]
            ticket.error = error_for(call.method, message.error)
        if ticket.done:
            self._on_done(ticket)

    def _unreadable(self, message: Response) -> None:
        """An error without id: it concerns the oldest unanswered batch, if there is one."""
        error = message.error
        text = error.message if error else "no error object"
        ticket = next(iter(self._sent.values()), None)
        if ticket is None or error is None:
            raise ProtocolError(f"an answer to no request: {text}")
        self._forget(ticket)
        ticket.error = error_for(ticket.calls[0].method, error)

    def _on_done(self, ticket: Ticket) -> None:
        if ticket is self._greeting:
            self._on_greeting(ticket)
        elif ticket.opens is not None:
            self._on_subscribed(ticket, ticket.opens)

    def _on_greeting(self, ticket: Ticket) -> None:
        self._greeting = None
        if ticket.error is not None:
            self.give_up(ticket.error)
            return
        try:
            genesis = genesis_hash(ticket.result())
        except ProtocolError as error:
            self.give_up(error)
            return
        if self.genesis is not None and genesis != self.genesis:
            reason = f"is another chain: genesis {genesis}, expected {self.genesis}"
            self.give_up(ConnectError(self.endpoint, reason, hint="Check the network's endpoint."))
            return
        self.genesis = genesis
        self._given_up_on = False
        self._move(Happening.GREETED)

    def _on_subscribed(self, ticket: Ticket, stream: _Stream) -> None:
        if ticket.error is not None:
            stream.error = stream.error or ticket.error
            return
        stream.server_id = str(ticket.result())
        if ticket.abandoned or stream.handle.number not in self._streams:
            self._detach(stream)
            return
        self._by_server_id[stream.server_id] = stream
        early = [event for event in self._unclaimed if event.subscription == stream.server_id]
        for event in early:
            self._unclaimed.remove(event)
            stream.inbox.append(event.result)

    def _on_event(self, event: SubscriptionMessage) -> None:
        stream = self._by_server_id.get(event.subscription)
        if stream is None:
            self._unclaimed.append(event)
        else:
            stream.inbox.append(event.result)

    def _detach(self, stream: _Stream) -> None:
        if stream.server_id is None or self.state is not State.OPEN:
            return
        self._by_server_id.pop(stream.server_id, None)
        call = RpcCall(stream.spec.unsubscribe, (stream.server_id,))
        self._queue.append(Ticket((call,), is_batch=False, abandoned=True))
        stream.server_id = None

    def _renew(self, stream: _Stream, error: ConnectionLost) -> None:
        """After a loss: reopen a renewable stream, end any other."""
        if stream.server_id is None or stream.error is not None:
            return  # still being opened: its ticket is handled instead
        stream.server_id = None
        if stream.spec.renewable:
            call = RpcCall(stream.spec.method, stream.spec.params)
            self._queue.append(Ticket((call,), is_batch=False, opens=stream))
        else:
            stream.error = error

    @staticmethod
    def _fail(ticket: Ticket, error: BtError) -> None:
        ticket.error = ticket.error or error
        if ticket.opens is not None:
            ticket.opens.error = ticket.opens.error or error

    def _forget(self, ticket: Ticket) -> None:
        for number in ticket.numbers:
            self._sent.pop(number, None)
        ticket.numbers.clear()
        ticket.replies.clear()
