"""Files appear whole, private, and never over another one unless told."""

from __future__ import annotations

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from btsdk.errors import KeyFileExists, KeyFileMissing, WalletError
from btsdk.wallet import files


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _all_files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_private_in_private_folders_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        files.write({tmp_path / "a" / "b" / "key": b"secret"})
    finally:
        os.umask(before)
    assert _mode(tmp_path / "a" / "b" / "key") == 0o600
    assert _mode(tmp_path / "a") == _mode(tmp_path / "a" / "b") == 0o700
    assert _all_files(tmp_path) == ["key"]


def test_nothing_is_overwritten_unless_told(tmp_path: Path) -> None:
    key = tmp_path / "key"
    files.write({key: b"first"})
    with pytest.raises(KeyFileExists, match="exists already"):
        files.write({key: b"second"})
    assert key.read_bytes() == b"first"
    files.write({key: b"third"}, overwrite=True)
    assert key.read_bytes() == b"third"
    assert _mode(key) == 0o600
    assert _all_files(tmp_path) == ["key"]


def test_all_or_none(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_bytes(b"old")
    with pytest.raises(KeyFileExists):
        files.write({tmp_path / "new": b"1", taken: b"2"})
    assert _all_files(tmp_path) == ["taken"]
    assert taken.read_bytes() == b"old"


@pytest.mark.parametrize("interruption", [KeyboardInterrupt(), OSError(errno.ENOSPC, "full")])
@pytest.mark.parametrize("step", ["fsync", "link"])
def test_an_interruption_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interruption: BaseException, step: str
) -> None:
    def fail(*_: object) -> None:
        raise interruption

    monkeypatch.setattr(os, step, fail)
    with pytest.raises((KeyboardInterrupt, WalletError)):
        files.write({tmp_path / "key": b"secret"})
    assert _all_files(tmp_path) == []


def test_of_racing_creators_one_wins(tmp_path: Path) -> None:
    key, outcomes, ready = tmp_path / "key", [], threading.Barrier(8)

    def create(content: bytes) -> None:
        ready.wait()
        try:
            files.write({key: content})
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
    assert key.read_bytes() == winners[0]
    assert _all_files(tmp_path) == ["key"]


def test_file_systems_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    files.write({tmp_path / "key": b"first"})
    with pytest.raises(KeyFileExists):
        files.write({tmp_path / "key": b"second"})
    assert (tmp_path / "key").read_bytes() == b"first"
    assert _all_files(tmp_path) == ["key"]


def test_reading_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KeyFileMissing):
        files.read(tmp_path / "key")
    with pytest.raises(WalletError, match="cannot be read"):
        files.read(tmp_path)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WalletError, match="cannot be made"):
        files.write({tmp_path / "file" / "key": b"secret"})
