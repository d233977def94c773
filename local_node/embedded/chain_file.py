"""The lock on a chain file, and the endpoint of the process that holds it.

One process at a time has a chain file open. It locks the file beside it, whose content identifies
it: pid, endpoint, genesis. The lock ends with the process, however that ends, so the content is
valid only while the lock is held.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import time
from pathlib import Path
from typing import IO

from btsdk.errors import ChainFileError
from btsdk.forks import silence
from btsdk.frozen import Frozen, as_dict, replace

ENVIRONMENT = "BTSDK_CHAIN_FILE"
DEFAULT_CHAIN = "dev"
SUFFIX = ".chain"
WAIT_S = 10.0
"""How long to wait for a holder that neither serves the chain nor releases it."""

_POLL_S = 0.02


class Holder(Frozen):
    """The process that has a chain file open. `endpoint` is empty until it serves the chain.

    A node with a public port also has a `door`, a port on loopback, for programs that find it by
    the file.
    """

    pid: int
    chain: str
    genesis: str = ""
    endpoint: str = ""
    is_node: bool = False
    log: str = ""
    door: str = ""


def default_folder() -> Path:
    """The default folder of chain files."""
    import platformdirs  # noqa: PLC0415 - 10 ms, and not needed where a file is named

    return Path(platformdirs.user_data_dir("btsdk", appauthor=False)) / "chains"


def chain_path(chain: str = DEFAULT_CHAIN) -> Path:
    """The file of a chain by its short name: from the environment, or the user's own."""
    named = os.environ.get(ENVIRONMENT)
    return Path(named).expanduser() if named else default_folder() / f"{chain}{SUFFIX}"


def running_or_default() -> Path:
    """The default file of the network `local`.

    It is the file that a process holds right now, if there is just one; otherwise that of `dev`.
    """
    if os.environ.get(ENVIRONMENT):
        return chain_path()
    held = [path for path in sorted(default_folder().glob(f"*{SUFFIX}")) if holder_of(path)]
    return held[0] if len(held) == 1 else chain_path()


class ChainFileLock:
    """The lock on a chain file; `describe` publishes its holder."""

    def __init__(self, path: Path, handle: IO[str], chain: str) -> None:
        self.path = path
        self._handle = handle
        self.holder = Holder(os.getpid(), chain)
        self._write()

    def describe(self, **facts: str | bool) -> None:
        """Publish more fields: genesis, endpoint, is_node, log, door."""
        self.holder = replace(self.holder, **facts)
        self._write()

    def erase(self) -> None:
        """Delete the chain, with SQLite's files beside it."""
        # Imported here: only erasing a chain needs a room of the node.
        from local_node.state.companions import companions  # noqa: PLC0415

        for each in (self.path, *companions(self.path)):
            each.unlink(missing_ok=True)

    def forsake(self) -> None:
        """In a child process: leave the lock to the parent."""
        if not self._handle.closed:
            silence(self._handle.fileno())

    def release(self) -> None:
        """Release the lock."""
        if self._handle.closed:
            return
        self._handle.seek(0)
        self._handle.truncate()
        self._handle.close()

    def _write(self) -> None:
        self._handle.seek(0)
        self._handle.truncate()
        self._handle.write(json.dumps(as_dict(self.holder)))
        self._handle.flush()


def try_lock_chain_file(path: Path, chain: str = "") -> ChainFileLock | None:
    """The lock on a chain file, or None if another process has it or waits for it."""
    return None if _is_awaited(path) else _take(path, chain)


def lock_chain_file(path: Path, chain: str = "", wait_s: float = WAIT_S) -> ChainFileLock:
    """The lock on a chain file; waits for a holder that may be about to release it.

    While it waits it has precedence over callers of `try_lock_chain_file`, which come and go so
    quickly that it would never find the file free. Raises `ChainFileError`, naming the holder,
    after `wait_s` seconds; at once if the holder is a node, which stays until it is stopped.
    """
    held = try_lock_chain_file(path, chain)
    if held is not None:
        return held
    deadline = time.monotonic() + wait_s
    with _open(path, _waiting_file(path)) as waiting:
        is_next = False
        while True:
            is_next = is_next or _flock(waiting)
            held = _take(path, chain) if is_next else None
            if held is not None:
                return held
            holder = holder_of(path)
            if time.monotonic() > deadline or (holder is not None and holder.is_node):
                raise locked_error(path, holder)
            time.sleep(_POLL_S)


def holder_of(path: Path) -> Holder | None:
    """The holder of a chain file; None if there is none."""
    file = _holder_file(path)
    if not file.exists():
        return None
    with file.open("r") as handle:
        return None if _flock(handle, fcntl.LOCK_SH) else _parse(handle.read())


def locked_error(path: Path, holder: Holder | None) -> ChainFileError:
    """The file is held, and its holder does not answer."""
    if holder is None or not holder.pid:
        return ChainFileError(str(path), "is held by another process", hint="Try again.")
    what = "a node" if holder.is_node else "a process"
    return ChainFileError(
        str(path),
        f"is held by {what} with pid {holder.pid}"
        + (f" at {holder.endpoint}" if holder.endpoint else ", which does not serve it"),
        hint="Stop it (`btcli node stop`), or choose another file with --chain-file.",
    )


def _holder_file(path: Path) -> Path:
    return path.with_name(path.name + ".holder")


def _waiting_file(path: Path) -> Path:
    """A file locked by the next holder; it is created when a process first has to wait."""
    return path.with_name(path.name + ".waiting")


def _is_awaited(path: Path) -> bool:
    file = _waiting_file(path)
    if not file.exists():
        return False
    with _open(path, file) as waiting:
        return not _flock(waiting, fcntl.LOCK_SH)


def _take(path: Path, chain: str) -> ChainFileLock | None:
    handle = _open(path, _holder_file(path))
    if _flock(handle):
        return ChainFileLock(path, handle, chain)
    handle.close()
    return None


def _flock(handle: IO[str], kind: int = fcntl.LOCK_EX) -> bool:
    """Whether the lock was taken; it ends with the handle, and so with the process."""
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _open(path: Path, file: Path) -> IO[str]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.fdopen(os.open(file, os.O_RDWR | os.O_CREAT, 0o600), "r+")
    except OSError as error:
        raise ChainFileError(
            str(path),
            f"cannot be opened: {error.strerror}",
            hint="Choose a file in a writable directory with --chain-file.",
        ) from error


def _parse(text: str) -> Holder | None:
    """The published holder; None if the text is incomplete."""
    with contextlib.suppress(ValueError, TypeError):
        return Holder(**json.loads(text))
    return Holder(pid=0, chain="")
