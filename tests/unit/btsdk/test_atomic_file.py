"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from btsdk.atomic_file import SHARED, replacing


def test_the_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_bytes(b"old")
    with replacing(path, flush=True) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["one"]


def test_an_error_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_bytes(b"old")

    def interrupted() -> None:
        with replacing(path) as file:
            file.write(b"ne")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["one"]


def test_a_target_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.mkdir()
    with pytest.raises(OSError, match="one"), replacing(path) as file:
        file.write(b"new")
    assert os.listdir(tmp_path) == ["one"]


def test_who_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        with replacing(tmp_path / "private"), replacing(tmp_path / "shared", SHARED):
            pass
    finally:
        os.umask(before)
    assert (tmp_path / "private").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "shared").stat().st_mode & 0o777 == 0o640


def test_no_link_is_followed(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"other")
    (tmp_path / "one").symlink_to(other)
    with replacing(tmp_path / "one") as file:
        file.write(b"new")
    assert other.read_bytes() == b"other"
    assert not (tmp_path / "one").is_symlink()
