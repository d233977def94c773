"""The chain in the box for clients in the same process: the network `local`.

`connect` opens the chain file here, or connects to the process that has it open; nothing is guessed
from a port. A process that keeps the file open for more than a moment serves it on a loopback port,
so that others are not locked out.
"""

from __future__ import annotations

import queue
import threading
import time
from pathlib import Path
from typing import Protocol

from btsdk.drivers.transport import Transport
from btsdk.errors import ConnectError, ConnectionLost, TransportError
from local_node.chain_file import (
    WAIT_S,
    Hold,
    Holder,
    held_error,
    holder_of,
    running_or_default,
    try_hold,
)
from local_node.hosting import Hosted
from local_node.rpc.dispatch import Dispatcher
from local_node.rpc.peer import Peer

SERVE_AFTER_S = 0.5
"""Commands that are done sooner never open a port."""

_POLL_S = 0.02
_hosted: dict[Path, Embedded] = {}
_hosted_lock = threading.Lock()


class Home(Protocol):
    """A chain in this process, as its connections see it."""

    @property
    def endpoint(self) -> str:
        """Where other programs reach the chain, or a name for it."""

    @property
    def dispatcher(self) -> Dispatcher:
        """Answers requests."""

    def serve(self) -> str:
        """Open the port now; the `ws://…` url."""

    def leave(self) -> None:
        """A connection is done."""


class Embedded:
    """A chain file open in this process, shared by its clients; closed with the last of them."""

    def __init__(self, hold: Hold) -> None:
        self.path = hold.path
        try:
            self.hosted = Hosted(hold)
        except BaseException:
            hold.release()
            raise
        self.clients = 0
        self._timer = threading.Timer(SERVE_AFTER_S, self._serve)
        self._timer.daemon = True
        self._timer.start()

    @property
    def endpoint(self) -> str:
        """Where other programs reach the chain; the file's name while there is no port."""
        server = self.hosted.server
        return str(self.path) if server is None else server.endpoint

    @property
    def dispatcher(self) -> Dispatcher:
        """Answers requests."""
        return self.hosted.dispatcher

    def serve(self) -> str:
        """Open the port now."""
        with _hosted_lock:
            return self.hosted.serve().endpoint

    def _serve(self) -> None:
        with _hosted_lock:
            if self.clients:
                self.hosted.serve()

    def leave(self) -> None:
        """A client is done; the last one closes the chain."""
        with _hosted_lock:
            self.clients -= 1
            if self.clients:
                return
            self._timer.cancel()
            _hosted.pop(self.path, None)
            self.hosted.close()


class InProcess:
    """A connection without a socket: requests run on the caller's thread."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._incoming: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._peer = Peer(self._incoming.put)
        self._closed = threading.Event()

    @property
    def endpoint(self) -> str:
        """The `ws://…` url of the chain where it has one, otherwise its file."""
        return self._home.endpoint

    def serve(self) -> str:
        """Make the chain reachable for other programs; returns the `ws://…` url."""
        return self._home.serve()

    @property
    def is_closed(self) -> bool:
        """Somebody has let go of it."""
        return self._closed.is_set()

    def send(self, text: str) -> None:
        """Run a request; its answer waits to be received."""
        if self._closed.is_set():
            raise ConnectionLost(self.endpoint, "the chain is closed")
        self._home.dispatcher.handle(text, self._peer)

    def receive(self, timeout: float | None) -> str:
        """The next answer or notification."""
        try:
            text = self._incoming.get(timeout=timeout)
        except queue.Empty:
            raise TimeoutError from None
        if text is None:
            self._incoming.put(None)
            raise ConnectionLost(self.endpoint, "the chain is closed")
        return text

    def close(self) -> None:
        """Let go of the chain."""
        if not self._closed.is_set():
            self._closed.set()
            self._peer.close()
            self._incoming.put(None)
            self._home.leave()


def connect(chain_file: Path | None = None, wait_s: float = WAIT_S) -> Transport:
    """A connection to the chain in `chain_file`, by default the user's.

    Raises `ChainFileError`, naming the holder, where the file stays held by a process that does not
    answer for it.
    """
    path = (chain_file or running_or_default()).expanduser().resolve()
    deadline = time.monotonic() + wait_s
    while True:
        transport = _open_here(path) or _reach(path, deadline)
        if transport is not None:
            return transport
        if time.monotonic() > deadline:
            raise held_error(path, holder_of(path))
        time.sleep(_POLL_S)


def _open_here(path: Path) -> Transport | None:
    """The chain in this process, None where another process has the file."""
    with _hosted_lock:
        embedded = _hosted.get(path)
        if embedded is None:
            hold = try_hold(path)
            if hold is None:
                return None
            embedded = _hosted[path] = Embedded(hold)
        embedded.clients += 1
        return InProcess(embedded)


def _reach(path: Path, deadline: float) -> Transport | None:
    """The chain through its holder, None where that is not (yet, or any more) possible."""
    # Who opens the chain here needs no socket.
    from btsdk.drivers.blocking import WebSocket  # noqa: PLC0415

    holder = holder_of(path)
    if holder is None or not holder.endpoint:
        return None
    try:
        socket = WebSocket(holder.endpoint, max(0.1, deadline - time.monotonic()))
    except ConnectError:
        return None
    try:
        _expect_genesis(socket, holder)
    except TransportError:
        socket.close()
        return None
    return socket


def _expect_genesis(socket: Transport, holder: Holder) -> None:
    """Whoever listens there now must serve the holder's chain."""
    socket.send('{"jsonrpc":"2.0","id":0,"method":"chain_getBlockHash","params":[0]}')
    try:
        answer = socket.receive(WAIT_S)
    except TimeoutError:
        raise ConnectionLost(holder.endpoint, "it does not answer") from None
    if f'"{holder.genesis}"' not in answer:
        raise ConnectionLost(holder.endpoint, "another chain answers there")
