"""The cache: private, whole or absent, and never in the way."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from btsdk.errors import UsageError
from btsdk.private_cache import KEEP, PrivateCache

CODE = bytes(range(32))
CONTENT = bytes(range(256)) * 40


def cache_in(folder: Path) -> PrivateCache:
    return PrivateCache(folder, ".metadata")


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    cache = cache_in(tmp_path / "a" / "b")
    assert cache.load(CODE) is None
    assert cache.save(CODE, CONTENT)
    assert cache.load(CODE) == CONTENT
    assert cache.load(bytes(32)) is None


def test_files_are_private(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    cache_in(folder).save(CODE, CONTENT)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(only_file(folder).stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "noise"])
def test_a_damaged_file_is_no_file_and_is_rewritten(tmp_path: Path, damage: str) -> None:
    cache = cache_in(tmp_path)
    cache.save(CODE, CONTENT)
    file = only_file(tmp_path)
    content = bytearray(file.read_bytes())
    if damage == "flip":
        content[5000] ^= 1
    other = {"cut": content[:-1], "empty": bytearray(), "noise": bytearray(99)}
    file.write_bytes(other.get(damage, content))
    assert cache.load(CODE) is None
    assert cache.save(CODE, CONTENT)
    assert cache.load(CODE) is not None


def test_a_file_under_another_key_is_no_file(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    cache.save(CODE, b"of one runtime")
    only_file(tmp_path).rename(tmp_path / f"{bytes(32).hex()}.metadata")
    assert cache.load(bytes(32)) is None


def test_what_is_removed_is_gone(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    cache.save(CODE, b"x")
    for _ in range(2):
        cache.remove(CODE)
        assert cache.load(CODE) is None


def test_files_of_older_releases_go_the_same_way(tmp_path: Path) -> None:
    older = tmp_path / f"{CODE.hex()}.metadata"
    older.write_bytes(bytes(32) + b"metadata, under the hash of its code alone")
    os.utime(older, (1, 1))
    cache = cache_in(tmp_path)
    assert cache.load(CODE) is None
    for number in range(KEEP):
        cache.save(bytes((number + 100,)) * 32, b"x")
    assert not older.exists()


def test_only_the_runtimes_used_last_are_kept(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    codes = [bytes((number,)) * 32 for number in range(KEEP + 1)]
    for place, code in enumerate(codes[:KEEP]):
        cache.save(code, CONTENT)
        os.utime(tmp_path / f"{code.hex()}.metadata", (place, place))
    cache.load(codes[0])
    cache.save(codes[KEEP], CONTENT)
    assert cache.load(codes[0]) is not None
    assert cache.load(codes[1]) is None
    assert len(list(tmp_path.iterdir())) == KEEP


def test_a_disk_that_refuses_is_not_the_callers_trouble(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    cache = cache_in(in_the_way / "folder")
    assert cache.save(CODE, b"x") is False
    assert cache.load(CODE) is None


def test_a_key_has_32_bytes(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="32 bytes"):
        cache_in(tmp_path).load(b"../../etc/passwd")
