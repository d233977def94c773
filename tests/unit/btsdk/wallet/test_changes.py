"""Files appear whole, private, together, and never over another one unless told."""

from __future__ import annotations

import errno
import os
import stat
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from btsdk.errors import KeyFileExists, WalletError
from btsdk.wallet import changes
from btsdk.wallet.changes import Change
from btsdk.wallet.journal import JOURNAL
from tests.unit.btsdk.wallet.samples import files_in


def _write(folder: Path, contents: Mapping[str, bytes], overwrite: bool = False) -> None:
    with Change(folder) as change:
        for name, content in contents.items():
            change.write(folder / name, content, overwrite=overwrite)
        change.apply()


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_private_in_private_folders_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        _write(tmp_path / "a", {"hotkeys/key": b"secret"})
    finally:
        os.umask(before)
    assert _mode(tmp_path / "a" / "hotkeys" / "key") == 0o600
    assert _mode(tmp_path / "a") == _mode(tmp_path / "a" / "hotkeys") == 0o700
    assert files_in(tmp_path) == {"a/hotkeys/key": b"secret"}


def test_nothing_is_overwritten_unless_told(tmp_path: Path) -> None:
    _write(tmp_path, {"key": b"first"})
    with pytest.raises(KeyFileExists, match="exists already"):
        _write(tmp_path, {"key": b"second"})
    assert files_in(tmp_path) == {"key": b"first"}
    _write(tmp_path, {"key": b"third"}, overwrite=True)
    assert files_in(tmp_path) == {"key": b"third"}
    assert _mode(tmp_path / "key") == 0o600


def test_all_or_none(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"old")
    with pytest.raises(KeyFileExists):
        _write(tmp_path, {"new": b"1", "taken": b"2"})
    assert files_in(tmp_path) == {"taken": b"old"}


def test_a_name_that_is_taken_meanwhile(tmp_path: Path) -> None:
    with Change(tmp_path / "w") as change:
        change.write(tmp_path / "w" / "one", b"1")
        change.write(tmp_path / "w" / "two", b"2")
        (tmp_path / "w" / "two").write_bytes(b"somebody else's")
        with pytest.raises(KeyFileExists, match="two"):
            change.apply()
    assert files_in(tmp_path) == {"w/two": b"somebody else's"}


def test_a_file_that_is_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"old")
    with Change(tmp_path) as change:
        change.write(tmp_path / "key", b"new", overwrite=True)
        (tmp_path / "key").write_bytes(b"somebody else's")
        with pytest.raises(WalletError, match="another program changed"):
            change.apply()
    assert files_in(tmp_path) == {"key": b"somebody else's"}


def test_nothing_counts_before_it_is_applied(tmp_path: Path) -> None:
    with Change(tmp_path / "w") as change:
        change.write(tmp_path / "w" / "hotkeys" / "key", b"secret")
        assert not (tmp_path / "w" / "hotkeys" / "key").exists()
    assert list(tmp_path.iterdir()) == []


_CALLS = ("open", "link", "replace", "rename", "unlink", "mkdir", "fsync", "write")


def _failing(
    patch: pytest.MonkeyPatch, step: int, error: BaseException, persists: bool
) -> list[str]:
    """Let the Nth call fail; gives the calls that were made."""
    made: list[str] = []

    def around(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **named: Any) -> Any:
            made.append(name)
            if len(made) == step or (persists and len(made) > step):
                raise error
            return call(*args, **named)

        return counted

    for name in _CALLS:
        patch.setattr(os, name, around(name, getattr(os, name)))
    return made


@pytest.mark.parametrize(
    ("error", "persists"),
    [
        (OSError(errno.ENOSPC, "full"), False),
        (OSError(errno.EIO, "broken"), True),
        (KeyboardInterrupt(), False),
    ],
    ids=["once", "from then on", "interrupt"],
)
@pytest.mark.parametrize("overwrite", [False, True])
def test_a_failure_at_any_step_leaves_old_or_new(
    tmp_path: Path, overwrite: bool, error: BaseException, persists: bool
) -> None:
    old = {"coldkey": b"old", "coldkeypub.txt": b"old public"} if overwrite else {}
    new = {"coldkey": b"new", "coldkeypub.txt": b"new public"}
    for step in range(1, 100):
        folder = tmp_path / str(step)
        folder.mkdir()
        for name, content in old.items():
            (folder / name).write_bytes(content)
        failed = False
        with pytest.MonkeyPatch.context() as patch:
            made = _failing(patch, step, error, persists)
            try:
                _write(folder, new, overwrite)
            except (WalletError, KeyboardInterrupt):
                failed = True
        raw = files_in(folder)
        hidden = [name for name in raw if name.startswith(".")]
        if failed and not persists:
            # Ctrl-C may come when all is done and only the journal is still there.
            assert hidden in ([], [JOURNAL])
            raw.pop(JOURNAL, None)
            assert raw in (old, new)
        changes.settle(folder)
        changes.clean(folder)
        assert files_in(folder) in (old, new)
        if len(made) < step:
            assert not failed
            return
    raise AssertionError("it never came to an end")


def test_of_racing_creators_one_wins(tmp_path: Path) -> None:
    outcomes, ready = [], threading.Barrier(8)

    def create(content: bytes) -> None:
        ready.wait()
        try:
            _write(tmp_path, {"coldkey": content, "coldkeypub.txt": content})
            outcomes.append(content)
        except KeyFileExists:
            outcomes.append(b"")

    threads = [threading.Thread(target=create, args=(bytes([n + 65]) * 100,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    winners = [content for content in outcomes if content]
    assert len(winners) == 1
    assert files_in(tmp_path) == {"coldkey": winners[0], "coldkeypub.txt": winners[0]}


def test_file_systems_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    _write(tmp_path, {"key": b"first", "other": b"first"})
    with pytest.raises(KeyFileExists):
        _write(tmp_path, {"key": b"second"})
    assert files_in(tmp_path) == {"key": b"first", "other": b"first"}


def test_file_systems_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks here")

    monkeypatch.setattr("fcntl.flock", no_locks)
    _write(tmp_path, {"key": b"first", "other": b"first"})
    assert files_in(tmp_path) == {"key": b"first", "other": b"first"}


def test_leftovers_are_cleaned_unless_their_writer_lives(tmp_path: Path) -> None:
    left = tmp_path / ".coldkey.0123456789abcdef.tmp"
    left.write_bytes(b"secret")
    (tmp_path / ".notes.tmp").write_bytes(b"mine")
    with Change(tmp_path) as living:
        living.write(tmp_path / "one", b"1")
        assert not left.exists()
        with Change(tmp_path) as other:
            other.write(tmp_path / "two", b"2")
            other.apply()
        living.apply()
    assert files_in(tmp_path) == {".notes.tmp": b"mine", "one": b"1", "two": b"2"}


def test_symbolic_links(tmp_path: Path) -> None:
    wallet, elsewhere = tmp_path / "wallet", tmp_path / "elsewhere"
    wallet.mkdir()
    elsewhere.mkdir()
    (elsewhere / "key").write_bytes(b"old")
    (wallet / "key").symlink_to(elsewhere / "key")
    (wallet / "dangling").symlink_to(elsewhere / "nowhere")
    (wallet / "fifo").symlink_to(elsewhere / "fifo")
    os.mkfifo(elsewhere / "fifo")
    with pytest.raises(WalletError, match="symbolic link, and is not replaced"):
        _write(wallet, {"key": b"new"}, overwrite=True)
    with pytest.raises(KeyFileExists):
        _write(wallet, {"dangling": b"new"})
    for name in ("dangling", "fifo"):
        with Change(wallet) as change, pytest.raises(WalletError):
            change.write(wallet / name, b"new", overwrite=True, follow=True)
    with Change(wallet) as change:
        change.write(wallet / "key", b"new", overwrite=True, follow=True)
        change.apply()
    assert (wallet / "key").is_symlink()
    assert files_in(elsewhere) == {"key": b"new"}
    assert _mode(elsewhere / "key") == 0o600


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WalletError, match="cannot be made"):
        _write(tmp_path / "file", {"key": b"secret"})
