"""The transport of the network `local`: an in-process chain, or the process that has its file open.

`connect` opens the chain file here, or connects to the process that has it open; ports are not
probed. A process that keeps the file open for more than a moment serves it on a loopback port, so
that others are not locked out.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from btsdk import forks
from btsdk.drivers.transport import Transport
from btsdk.errors import ChainFileError, ConnectError, ConnectionLost, TransportError
from local_node.embedded.chain_file import (
    WAIT_S,
    ChainFileLock,
    Holder,
    holder_of,
    locked_error,
    running_or_default,
    try_lock_chain_file,
)

if TYPE_CHECKING:
    from local_node.embedded.connection import Embedded

_POLL_S = 0.02
_embedded: dict[Path, Embedded] = {}
_embedded_lock = forks.lock()
_of_parent: set[Path] = set()
"""Files that the parent of this process had open at the fork. SQLite cannot open them here a second
time, and its copies of the parent's connections must never be closed, since that would write to the
files.
"""


def connect(chain_file: Path | None = None, wait_s: float = WAIT_S) -> Transport:
    """A connection to the chain in `chain_file`, by default the user's.

    Raises `ChainFileError`, naming the holder, if the holder of the file does not answer for it.
    """
    path = (chain_file or running_or_default()).expanduser().resolve()
    deadline = time.monotonic() + wait_s
    while True:
        transport = _open_here(path) or _reach(path, deadline)
        if transport is not None:
            return transport
        if time.monotonic() > deadline:
            raise locked_error(path, holder_of(path))
        time.sleep(_POLL_S)


def _open_here(path: Path) -> Transport | None:
    """The chain in this process, None if another process has the file."""
    if path in _of_parent:
        if holder_of(path) is None:
            raise _closed_by_parent(path)
        return None
    with _embedded_lock:
        embedded = _embedded.get(path)
        if embedded is None:
            lock = try_lock_chain_file(path)
            if lock is None:
                return None
            embedded = _embedded[path] = _opened(lock)
        return embedded.connection()


def _opened(lock: ChainFileLock) -> Embedded:
    """The chain of a file that this process has locked; releases the file on failure."""
    # A client of a chain that another process has open needs nothing of the node.
    from local_node.chain.gc_pause import gc_pause  # noqa: PLC0415

    try:
        with gc_pause():
            from local_node.embedded.connection import Embedded  # noqa: PLC0415

            return Embedded(lock, _embedded, _embedded_lock, _of_parent)
    except BaseException:
        lock.release()
        raise


def _closed_by_parent(path: Path) -> ChainFileError:
    return ChainFileError(
        str(path),
        "was open in the parent process when this one was forked, and no process has it open now",
        hint="Keep it open in the parent, close it there before the fork, or start this process "
        "with the method `spawn` of multiprocessing.",
    )


def _reach(path: Path, deadline: float) -> Transport | None:
    """The chain through its holder, None if that is not possible (yet, or any more)."""
    # Imported here: opening the chain in this process needs no socket.
    from btsdk.drivers.blocking import WebSocket  # noqa: PLC0415

    holder = holder_of(path)
    if holder is None or not holder.endpoint:
        return None
    try:
        # The holder is on this machine, even if it serves on a network address.
        left = max(0.1, deadline - time.monotonic())
        socket = WebSocket(holder.door or holder.endpoint, left, proxy=None)
    except ConnectError:
        return None
    try:
        _expect_genesis(socket, holder)
    except TransportError:
        socket.close()
        return None
    return socket


def _expect_genesis(socket: Transport, holder: Holder) -> None:
    """The server at the endpoint must serve the holder's chain."""
    socket.send('{"jsonrpc":"2.0","id":0,"method":"chain_getBlockHash","params":[0]}')
    try:
        answer = socket.receive(WAIT_S)
    except TimeoutError:
        raise ConnectionLost(holder.endpoint, "it does not answer") from None
    if f'"{holder.genesis}"' not in answer:
        raise ConnectionLost(holder.endpoint, "another chain answers there")
