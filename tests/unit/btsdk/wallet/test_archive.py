"""Encrypted backups: what opens, what is refused, and that a restore never replaces a key."""

from __future__ import annotations

import base64
import json
import os
import resource
import signal
from pathlib import Path
from typing import Any

import pytest
from nacl.secret import SecretBox

from btsdk.errors import KeyFileCorrupt, KeyFileExists, WalletError, WrongPassword
from btsdk.keys import Keypair
from btsdk.wallet import Wallet, archive, files
from btsdk.wallet.archive import ArchivedKey
from btsdk.wallet.encryption import TESTING
from btsdk.wallet.passwords import Given

ALICE, BOB = Keypair.from_uri("//Alice"), Keypair.from_uri("//Bob")


def content(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A coldkey with a password and two hotkeys in `a`, a watch-only coldkey in `b`."""
    root = tmp_path / "wallets"
    wallet = Wallet("a", path=root, kdf=TESTING)
    wallet.regenerate_coldkey(ALICE, Given("own"))
    wallet.regenerate_hotkey(BOB)
    Wallet("a", "second", root).regenerate_hotkey(Keypair.from_uri("//second"))
    Wallet("b", path=root).regenerate_coldkeypub(BOB.public)
    return root


def collected(root: Path) -> list[ArchivedKey]:
    return archive.collect([Wallet("a", path=root), Wallet("b", path=root)])


@pytest.fixture
def sealed(root: Path) -> bytes:
    return archive.seal(collected(root), "password", TESTING)


def forged(document: Any) -> bytes:
    """An archive with this content, by somebody who has the password."""
    header = archive.MAGIC + bytes([archive.VERSION, 255]) + bytes(16)
    key = archive._key(header, "password", TESTING)
    return header + bytes(SecretBox(key).encrypt(json.dumps(document).encode()))


def opened(data: bytes, password: str = "password") -> list[ArchivedKey]:
    return archive.open_archive(data, password, "backup")


def test_every_file_comes_back_with_private_modes(
    root: Path, sealed: bytes, tmp_path: Path
) -> None:
    keys, other = opened(sealed), tmp_path / "other"
    assert keys == collected(root)
    assert archive.restore(keys, other) == keys
    assert content(other) == content(root)
    for path in other.rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600)
    assert Wallet("a", path=other).unlock_coldkey(Given("own")).public_key == ALICE.public_key


def test_nothing_readable_is_in_it(sealed: bytes) -> None:
    for text in (b"secretSeed", b"wallet", ALICE.ss58_address.encode(), b"second"):
        assert text not in sealed
        assert base64.b64encode(text)[:-4] not in sealed


def test_two_archives_of_the_same_keys_differ(root: Path, sealed: bytes) -> None:
    again = archive.seal(collected(root), "password", TESTING)
    start = len(archive.MAGIC) + 2
    assert again[start : start + 16] != sealed[start : start + 16]
    assert again[-64:] != sealed[-64:]


def test_the_wrong_password(sealed: bytes) -> None:
    with pytest.raises(WrongPassword):
        opened(sealed, "Password")


def test_any_flipped_bit_is_refused(sealed: bytes) -> None:
    places = [*range(80), *range(80, len(sealed), 97), len(sealed) - 1]
    for place in places:
        for bit in (0, 7):
            damaged = bytearray(sealed)
            damaged[place] ^= 1 << bit
            with pytest.raises((WrongPassword, KeyFileCorrupt)):
                opened(bytes(damaged))


def test_any_truncation_is_refused(sealed: bytes) -> None:
    for length in [*range(80), *range(80, len(sealed), 97), len(sealed) - 1]:
        with pytest.raises((WrongPassword, KeyFileCorrupt)):
            opened(sealed[:length])
    with pytest.raises((WrongPassword, KeyFileCorrupt)):
        opened(sealed + b"\0")


def test_foreign_files_are_refused_before_a_password_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "file"
    later = archive.MAGIC + bytes([2, 1]) + bytes(100)
    for foreign in (b"", b"{}", b"$NACL" + bytes(100), b"PK\x03\x04" + bytes(100), later):
        path.write_bytes(foreign)
        with pytest.raises(KeyFileCorrupt):
            archive.read(path)


def test_what_is_no_regular_file_or_too_large_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "large").touch()
    os.truncate(tmp_path / "large", archive.LARGEST + 1)
    for name in ("fifo", "large", "missing", "."):
        with pytest.raises(WalletError):
            archive.read(tmp_path / name)
    with pytest.raises(WalletError, match="no such backup file"):
        archive.read(tmp_path / "missing")


@pytest.mark.parametrize(
    "name", ["..", "../x", "/etc", "a/b", "a\\b", ".", "", " ", ".hidden", "a\0b", "x" * 300, 7]
)
@pytest.mark.parametrize("field", ["wallet", "hotkey"])
def test_names_that_leave_the_directory_are_refused(field: str, name: object) -> None:
    entry = {"wallet": "w", "hotkey": "h", "private": None, "public": "e30=", field: name}
    with pytest.raises(KeyFileCorrupt):
        opened(forged({"keys": [entry]}))


def test_forged_content_is_refused(root: Path) -> None:
    public = base64.b64encode((root / "b" / "coldkeypub.txt").read_bytes()).decode()
    plain = base64.b64encode((root / "a" / "hotkeys" / "second").read_bytes()).decode()
    good = {"wallet": "w", "hotkey": None, "private": None, "public": public}
    assert len(opened(forged({"keys": [good]}))) == 1
    large = base64.b64encode(b"$NACL" + bytes(files.LARGEST)).decode()
    for keys in (
        None,
        7,
        [7],
        [good, good],
        [{**good, "path": "x"}],
        [{**good, "public": None}],
        [{**good, "public": "!"}],
        [{**good, "public": "e30="}],
        [{**good, "private": large}],
        [{**good, "private": plain}],  # of another key
    ):
        with pytest.raises(KeyFileCorrupt):
            opened(forged({"keys": keys}))
    for document in ([], "x", None, {}):
        with pytest.raises(KeyFileCorrupt):
            opened(forged(document))


def test_a_restore_over_another_key_changes_nothing(
    root: Path, sealed: bytes, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    Wallet("b", path=other).regenerate_coldkey(Keypair.from_uri("//Eve"), None)
    before = content(other)
    with pytest.raises(KeyFileExists, match="coldkey"):
        archive.restore(opened(sealed), other)
    assert content(other) == before
    assert not (other / "a").exists()


def test_a_watch_only_key_is_not_restored_beside_a_private_one(
    sealed: bytes, tmp_path: Path
) -> None:
    other = Wallet("b", path=tmp_path / "other")
    other.regenerate_coldkey(Keypair.from_uri("//Eve"), None)
    other.coldkey.public.unlink()
    with pytest.raises(KeyFileExists):
        archive.restore(opened(sealed), other.path)


def test_a_restore_adds_what_is_missing(root: Path, sealed: bytes) -> None:
    before = content(root)
    assert archive.restore(opened(sealed), root) == []
    Wallet("a", "second", root).remove_hotkey("second")
    (restored,) = archive.restore(opened(sealed), root)
    assert restored.place == "a/second"
    assert content(root) == before


def test_a_link_in_the_place_of_a_key_is_refused(sealed: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "other" / "a"
    folder.mkdir(parents=True)
    for target in ("nowhere", "victim"):
        (tmp_path / "victim").write_text("x")
        (folder / "coldkey").symlink_to(tmp_path / target)
        with pytest.raises(WalletError):
            archive.restore(opened(sealed), tmp_path / "other")
        assert not (tmp_path / "nowhere").exists()
        assert (tmp_path / "victim").read_text() == "x"
        (folder / "coldkey").unlink()


def test_an_archive_replaces_no_file(sealed: bytes, tmp_path: Path) -> None:
    path = tmp_path / "backup"
    archive.write(path, sealed)
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(KeyFileExists):
        archive.write(path, b"other")
    assert archive.read(path) == sealed
    (tmp_path / "link").symlink_to(tmp_path / "new")
    with pytest.raises(KeyFileExists):
        archive.write(tmp_path / "link", sealed)
    assert not (tmp_path / "new").exists()


def test_a_failed_write_leaves_no_file(sealed: bytes, tmp_path: Path) -> None:
    """With a limit on the size of files, as on a disk that is full."""
    path = tmp_path / "backup"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(sealed) // 2, hard))
        with pytest.raises(WalletError, match="cannot be written"):
            archive.write(path, sealed)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)
    assert not path.exists()
    with pytest.raises(WalletError):
        archive.write(tmp_path / "no" / "folder", sealed)


def test_a_damaged_key_file_is_not_backed_up(root: Path) -> None:
    (root / "a" / "hotkeys" / "second").write_text("{")
    with pytest.raises(KeyFileCorrupt):
        collected(root)


def test_its_repr_shows_no_secret(sealed: bytes) -> None:
    assert repr(opened(sealed)[1]) == "<ArchivedKey a/default>"
