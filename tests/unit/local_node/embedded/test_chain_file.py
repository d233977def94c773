"""The lock beside a chain file, and what it says of who holds it."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from btsdk.errors import ChainFileError
from local_node.embedded import chain_file
from local_node.embedded.chain_file import (
    ChainFileLock,
    Holder,
    holder_of,
    lock_chain_file,
    locked_error,
    try_lock_chain_file,
)
from tests.wire import eventually


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "some.chain"


def test_nobody_holds_what_nobody_opened(path: Path) -> None:
    assert holder_of(path) is None
    assert not path.parent.exists()


def test_a_holder_says_who_it_is(path: Path) -> None:
    held = lock_chain_file(path, "dev")
    held.describe(endpoint="ws://127.0.0.1:1", genesis="0x12", is_node=True, log="here")
    assert holder_of(path) == Holder(
        os.getpid(), "dev", "0x12", "ws://127.0.0.1:1", is_node=True, log="here"
    )
    held.describe(endpoint="")
    found = holder_of(path)
    assert found is not None
    assert found.endpoint == ""
    held.release()
    held.release()
    assert holder_of(path) is None


def test_one_at_a_time(path: Path) -> None:
    first = try_lock_chain_file(path)
    assert first is not None
    assert try_lock_chain_file(path) is None
    first.release()
    second = try_lock_chain_file(path)
    assert second is not None
    second.release()


def test_a_lock_ends_with_its_process(path: Path) -> None:
    """However it ends: what it wrote is there still, and counts no more."""
    script = (
        "import os, sys; from pathlib import Path\n"
        "from local_node.embedded.chain_file import lock_chain_file\n"
        "held = lock_chain_file(Path(sys.argv[1]), 'dev')\n"
        "held.describe(endpoint='ws://x'); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert "ws://x" in path.with_name("some.chain.holder").read_text()
    assert holder_of(path) is None
    held = try_lock_chain_file(path)
    assert held is not None
    assert holder_of(path) == Holder(os.getpid(), "")
    held.release()


def test_waiting_is_bounded_and_a_node_is_not_waited_for(path: Path) -> None:
    held = lock_chain_file(path)
    with pytest.raises(ChainFileError, match=f"pid {os.getpid()}"):
        lock_chain_file(path, wait_s=0.05)
    held.describe(is_node=True)
    with pytest.raises(ChainFileError, match="a node with pid"):
        lock_chain_file(path, wait_s=3600)
    held.release()


def test_whoever_waits_comes_before_those_who_only_try(path: Path) -> None:
    first = lock_chain_file(path)
    found: list[ChainFileLock] = []
    waiter = threading.Thread(
        target=lambda: found.append(lock_chain_file(path, "patient", wait_s=60))
    )
    waiter.start()
    eventually(lambda: path.with_name("some.chain.waiting").exists() and is_awaited(path))
    first.release()
    while not found:  # as clients do that come and go
        other = try_lock_chain_file(path)
        if other is not None:
            assert found
            other.release()
    waiter.join(60)
    assert found[0].holder.chain == "patient"
    assert try_lock_chain_file(path) is None
    found[0].release()
    again = try_lock_chain_file(path)
    assert again is not None
    again.release()


def is_awaited(path: Path) -> bool:
    """Somebody has the lock of those who wait."""
    with path.with_name("some.chain.waiting").open("r+") as turn:
        try:
            fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False


def test_a_holder_that_is_still_writing_has_no_name() -> None:
    path = Path("x")
    for holder in (None, Holder(0, "")):
        assert "another process" in str(locked_error(path, holder))
    assert "ws://here" in str(locked_error(path, Holder(7, "dev", endpoint="ws://here")))


def test_erasing_takes_all_of_it(path: Path) -> None:
    held = lock_chain_file(path)
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).write_bytes(b"x")
    held.erase()
    assert [file.name for file in path.parent.iterdir()] == ["some.chain.holder"]
    held.release()


def test_where_files_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv(chain_file.ENVIRONMENT, raising=False)
    folder = chain_file.default_folder()
    assert chain_file.chain_path() == folder / "dev.chain"
    assert chain_file.chain_path("fast") == folder / "fast.chain"
    monkeypatch.setenv(chain_file.ENVIRONMENT, "~/mine.chain")
    assert chain_file.chain_path("fast") == Path.home() / "mine.chain"
    assert chain_file.running_or_default() == Path.home() / "mine.chain"


def test_local_is_the_one_that_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chain_file, "default_folder", lambda: tmp_path)
    monkeypatch.delenv(chain_file.ENVIRONMENT, raising=False)
    for name in ("dev", "fast"):
        (tmp_path / f"{name}.chain").touch()
    assert chain_file.running_or_default() == tmp_path / "dev.chain"
    fast = lock_chain_file(tmp_path / "fast.chain")
    assert chain_file.running_or_default() == tmp_path / "fast.chain"
    dev = lock_chain_file(tmp_path / "dev.chain")
    assert chain_file.running_or_default() == tmp_path / "dev.chain"
    fast.release()
    dev.release()
