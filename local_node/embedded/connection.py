"""A chain open in this process, and the connections of its clients without a socket.

Loaded when the chain is opened here (`local_node.embedded`), which a client of another process'
chain never does.
"""

from __future__ import annotations

import os
import queue
import threading
from pathlib import Path
from typing import Protocol

from btsdk.errors import ConnectionLost, ForkedProcess
from btsdk.forks import in_child, keep
from local_node.embedded.chain_file import ChainFileLock
from local_node.embedded.open_chain import OpenChain
from local_node.rpc.dispatch import Dispatcher
from local_node.rpc.peer import Peer
from local_node.rpc.request import Request

SERVE_AFTER_S = 0.5
"""Commands that finish sooner never open a port."""


class Home(Protocol):
    """A chain in this process, as its connections see it."""

    @property
    def endpoint(self) -> str:
        """The address of the chain for other programs, or a name for it."""

    @property
    def dispatcher(self) -> Dispatcher:
        """Answers requests."""

    def serve(self) -> str:
        """Open the port now; the `ws://…` url."""

    def leave(self) -> None:
        """End a connection."""


class Embedded:
    """A chain file open in this process, shared by its clients; closed with the last of them.

    `opened` holds the open chains by path, and `lock` guards both. In a child process the path is
    added to `of_parent`.
    """

    def __init__(
        self,
        file_lock: ChainFileLock,
        opened: dict[Path, Embedded],
        lock: threading.Lock,
        of_parent: set[Path],
    ) -> None:
        self.path = file_lock.path
        self.open_chain = OpenChain(file_lock)
        self.clients = 0
        self._opened = opened
        self._lock = lock
        self._of_parent = of_parent
        self._file_lock = file_lock
        in_child(self, Embedded._inherited)
        self._timer = threading.Timer(SERVE_AFTER_S, self._serve)
        self._timer.daemon = True
        self._timer.start()

    def _inherited(self) -> None:
        """In a child process: the file is the parent's; neither its lock nor SQLite's copy of it
        may be touched here."""
        keep(self)
        self._of_parent.add(self.path)
        self._opened.pop(self.path, None)
        self._file_lock.forsake()

    def connection(self) -> InProcess:
        """A connection for one more client; the caller holds the lock."""
        self.clients += 1
        return InProcess(self)

    @property
    def endpoint(self) -> str:
        """The chain's address for other programs; the file's name while there is no port."""
        server = self.open_chain.server
        return str(self.path) if server is None else server.endpoint

    @property
    def dispatcher(self) -> Dispatcher:
        """Answers requests."""
        return self.open_chain.dispatcher

    def serve(self) -> str:
        """Open the port now."""
        with self._lock:
            return self.open_chain.serve().endpoint

    def _serve(self) -> None:
        with self._lock:
            if self.clients:
                self.open_chain.serve()

    def leave(self) -> None:
        """End a connection; the last one closes the chain."""
        with self._lock:
            self.clients -= 1
            if self.clients:
                return
            self._timer.cancel()
            self._opened.pop(self.path, None)
            self.open_chain.close()


class InProcess:
    """A connection without a socket: requests run on the caller's thread."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._incoming: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._peer = Peer(self._incoming.put)
        self._closed = threading.Event()
        self._pid = os.getpid()

    @property
    def endpoint(self) -> str:
        """The `ws://…` url of the chain if it has one, otherwise its file."""
        return self._home.endpoint

    def serve(self) -> str:
        """Serve the chain to other programs; returns the `ws://…` url."""
        self._expect_own()
        return self._home.serve()

    @property
    def is_closed(self) -> bool:
        """Whether the connection was closed."""
        return self._closed.is_set()

    def send(self, text: str) -> None:
        """Run a request; its answer waits for `receive`."""
        self._expect_own()
        if self._closed.is_set():
            raise ConnectionLost(self.endpoint, "the chain is closed")
        self._home.dispatcher.handle(Request(text), self._peer)

    def receive(self, timeout: float | None) -> str:
        """The next answer or notification."""
        self._expect_own()
        try:
            text = self._incoming.get(timeout=timeout)
        except queue.Empty:
            raise TimeoutError from None
        if text is None:
            self._incoming.put(None)
            raise ConnectionLost(self.endpoint, "the chain is closed")
        return text

    def close(self) -> None:
        """Close the connection."""
        if os.getpid() == self._pid and not self._closed.is_set():
            self._closed.set()
            self._peer.close()
            self._incoming.put(None)
            self._home.leave()

    def _expect_own(self) -> None:
        if os.getpid() != self._pid:
            raise chain_of_parent()


def chain_of_parent() -> ForkedProcess:
    """A chain in memory, or a connection to it, was used in a child process."""
    return ForkedProcess(
        "this chain in memory",
        hint="Serve it in the parent before the fork (`url = chain.serve()`), and connect to that "
        "url in the child; or open a new chain there.",
    )
