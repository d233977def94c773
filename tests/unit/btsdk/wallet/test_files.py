"""Reads are bounded, whatever has the name of a key file; locks tell whose files are whose."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from btsdk.errors import KeyFileMissing, WalletError
from btsdk.wallet import files


def test_reading_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KeyFileMissing):
        files.read(tmp_path / "key")
    with pytest.raises(KeyFileMissing):
        files.read(tmp_path / "no" / "folder")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with pytest.raises(KeyFileMissing, match="symbolic link to a file that does not exist"):
        files.read(tmp_path / "link")


def test_what_is_no_regular_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "folder").mkdir()
    (tmp_path / "device").symlink_to("/dev/zero")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name, told in (("fifo", "a FIFO"), ("folder", "a directory"), ("device", "a device")):
        with pytest.raises(WalletError, match=told):
            files.read(tmp_path / name)
    with pytest.raises(WalletError, match="cannot be read"):
        files.read(tmp_path / "loop")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        with pytest.raises(WalletError, match="a socket"):
            files.read(tmp_path / "s")


def test_the_largest_file_that_is_read(tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_bytes(b"x" * files.LARGEST)
    assert len(files.read(key)) == files.LARGEST
    key.write_bytes(b"x" * (files.LARGEST + 1))
    with pytest.raises(WalletError, match="larger than 64 KiB"):
        files.read(key)
    with key.open("wb") as sparse:
        sparse.truncate(10 << 30)
    with pytest.raises(WalletError, match="larger than"):
        files.read(key)


def test_a_link_is_followed_only_where_it_may_be(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"secret")
    (tmp_path / "link").symlink_to(tmp_path / "key")
    assert files.read(tmp_path / "link") == b"secret"
    with pytest.raises(WalletError, match="a symbolic link"):
        files.read(tmp_path / "link", follow=False)


def test_names_and_what_is_taken(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"")
    (tmp_path / "a").symlink_to(tmp_path / "nowhere")
    assert files.names(tmp_path) == ["a", "b"]
    assert files.names(tmp_path / "nowhere") == files.names(tmp_path / "b") == []
    assert files.taken(tmp_path / "a")
    assert not files.taken(tmp_path / "b" / "c")


def test_a_lock_tells_whether_the_writer_lives(tmp_path: Path) -> None:
    handle = files.create_locked(tmp_path / "key")
    assert files.in_use(tmp_path / "key")
    os.close(handle)
    assert not files.in_use(tmp_path / "key")
    assert not files.in_use(tmp_path / "nowhere")


def test_folders_that_were_made_can_be_taken_back(tmp_path: Path) -> None:
    made = files.make_folder(tmp_path / "a" / "b")
    assert made == [tmp_path / "a", tmp_path / "a" / "b"]
    (tmp_path / "a" / "mine").write_bytes(b"")
    files.remove_empty(made)
    assert files.names(tmp_path / "a") == ["mine"]
    with pytest.raises(WalletError, match="cannot be made"):
        files.make_folder(tmp_path / "a" / "mine" / "c")
