"""Backups: one encrypted file with the key files of chosen wallets.

    $BTSDK-BACKUP$ | version | profile | 16 bytes of salt | 24 bytes of nonce | secret box

The key comes from argon2i13, with the limits of encrypted key files. Its salt is the BLAKE2b hash
of all that precedes the nonce, so a changed header does not open. The box is XSalsa20-Poly1305 and
holds JSON. An entry names a wallet and a hotkey, never a path. Key files are stored as they are: an
encrypted coldkey keeps its own password.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from btsdk.errors import (
    KeyFileCorrupt,
    KeyFileExists,
    KeyFileMissing,
    UsageError,
    WalletError,
    WrongPassword,
)
from btsdk.wallet import encryption, files, keyfile, names
from btsdk.wallet.changes import Change, settle
from btsdk.wallet.encryption import SENSITIVE, TESTING, KdfProfile
from btsdk.wallet.stored import StoredKey
from btsdk.wallet.wallet import Wallet

MAGIC = b"$BTSDK-BACKUP$"
VERSION = 1
LARGEST = 64 << 20
"""Bytes of the largest archive that is read or written: more than a thousand keys."""

_PROFILES = {1: SENSITIVE, 255: TESTING}
_SALT_BYTES = 16
_HEADER_BYTES = len(MAGIC) + 2 + _SALT_BYTES
_BOX_OVERHEAD = 24 + 16
_FIELDS = {"wallet", "hotkey", "private", "public"}


@dataclass(frozen=True)
class ArchivedKey:
    """The files of one key. `hotkey` is None for the coldkey; a watch-only key has no `private`."""

    wallet: str
    hotkey: str | None
    private: bytes | None
    public: bytes | None

    @property
    def address(self) -> str | None:
        """None for an encrypted key without its public file."""
        content = self.private if self.public is None else self.public
        if content is None or encryption.encryption_of(content) is not None:
            return None
        return keyfile.load_public(content, self.place).ss58_address

    @property
    def encrypted(self) -> bool:
        return self.private is not None and encryption.encryption_of(self.private) is not None

    @property
    def place(self) -> str:
        """`wallet`, or `wallet/hotkey`."""
        return self.wallet if self.hotkey is None else f"{self.wallet}/{self.hotkey}"

    def __repr__(self) -> str:
        return f"<ArchivedKey {self.place}>"


def collect(wallets: Iterable[Wallet]) -> list[ArchivedKey]:
    """The key files of the wallets. Raises `WalletError` for a damaged one, which a backup would
    only preserve."""
    found = []
    for wallet in wallets:
        settle(wallet.folder)
        stored: list[tuple[str | None, StoredKey]] = [(None, wallet.coldkey)]
        for name in wallet.hotkey_names():
            stored.append((name, Wallet(wallet.name, name, wallet.path).hotkey))
        for hotkey, key in stored:
            private = files.read(key.private) if key.exists else None
            public = files.read(key.public) if key.watched else None
            if private is not None or public is not None:
                entry = ArchivedKey(wallet.name, hotkey, private, public)
                _check(entry, str(key.private))
                found.append(entry)
    return found


def seal(keys: Sequence[ArchivedKey], password: str, profile: KdfProfile = SENSITIVE) -> bytes:
    """The content of an archive."""
    from nacl.secret import SecretBox  # noqa: PLC0415 - start-up, as in `encryption`

    code = next(code for code, known in _PROFILES.items() if known is profile)
    header = MAGIC + bytes([VERSION, code]) + os.urandom(_SALT_BYTES)
    plain = json.dumps({"keys": [_entry(key) for key in keys]}).encode()
    sealed = bytes(SecretBox(_key(header, password, profile)).encrypt(plain))
    if len(header) + len(sealed) > LARGEST:
        raise WalletError("backup", f"it would be larger than {LARGEST >> 20} MiB")
    return header + sealed


def open_archive(data: bytes, password: str, path: str) -> list[ArchivedKey]:
    """The keys in an archive. Raises `KeyFileCorrupt`, or `WrongPassword` if it does not open."""
    from nacl.exceptions import CryptoError  # noqa: PLC0415 - as in `seal`
    from nacl.secret import SecretBox  # noqa: PLC0415

    profile = check_header(data, path)
    header, sealed = data[:_HEADER_BYTES], data[_HEADER_BYTES:]
    try:
        plain = bytes(SecretBox(_key(header, password, profile)).decrypt(sealed))
    except CryptoError:
        raise WrongPassword(path, "the password does not open it, or it is damaged") from None
    try:
        document = json.loads(plain)
        keys = [_parsed(entry) for entry in document["keys"]]
    except (ValueError, KeyError, TypeError, RecursionError, UsageError):
        # Nothing of the content is repeated: it holds secrets.
        raise KeyFileCorrupt(path, "its content is not that of a backup") from None
    if len({(key.wallet, key.hotkey) for key in keys}) != len(keys):
        raise KeyFileCorrupt(path, "it holds two keys of the same name")
    for key in keys:
        _check(key, f"{path}: {key.place}")
    return keys


def check_header(data: bytes, path: str) -> KdfProfile:
    """The cost of opening an archive; raises `KeyFileCorrupt` if it is none of a known version.

    Checked before a password is asked for.
    """
    if not data.startswith(MAGIC):
        raise KeyFileCorrupt(path, "it is not a backup of wallets")
    if len(data) < _HEADER_BYTES + _BOX_OVERHEAD:
        raise KeyFileCorrupt(path, "it is truncated")
    version, code = data[len(MAGIC)], data[len(MAGIC) + 1]
    if version != VERSION or code not in _PROFILES:
        raise KeyFileCorrupt(
            path, f"it is a backup of version {version}.{code}", hint="Update btsdk to read it."
        )
    return _PROFILES[code]


def write(path: Path, data: bytes) -> None:
    """Write a new file of mode 0600. Raises `KeyFileExists` rather than replace anything."""
    # Written under its own name, not renamed: removable media often have neither hard links nor a
    # rename that refuses to replace. A truncated file does not open.
    try:
        handle = files.create_locked(path)
    except FileExistsError:
        raise KeyFileExists(
            str(path), "it exists already", hint="Nothing was changed. Choose another name."
        ) from None
    except OSError as error:
        raise files.failed(path, "cannot be written", error) from error
    try:
        files.write_flushed(handle, data)
    except BaseException as error:
        with suppress(OSError):
            os.unlink(path)
        if isinstance(error, OSError):
            raise files.failed(path, "cannot be written", error) from error
        raise
    finally:
        os.close(handle)
    files.flush_folder(path.parent)


def read(path: Path) -> bytes:
    """The content of an archive file, whose header is checked. Raises `WalletError`."""
    try:
        data = files.read(path, largest=LARGEST)
    except KeyFileMissing:
        raise WalletError(
            str(path), "there is no such backup file", hint="Choose the file with --file."
        ) from None
    check_header(data, str(path))
    return data


def restore(keys: Sequence[ArchivedKey], root: Path) -> list[ArchivedKey]:
    """Write the keys into a directory of wallets; returns those that were missing.

    A file that is there with the same content stays. If another file has the name of one to write,
    `KeyFileExists` is raised and nothing is written. The keys of one wallet appear together.
    """
    waiting = {key.place: _missing(key, root) for key in keys}
    for wallet in dict.fromkeys(key.wallet for key in keys):
        contents = {
            path: content
            for key in keys
            if key.wallet == wallet
            for path, content in waiting[key.place].items()
        }
        if contents:
            with Change(Wallet(wallet, path=root).folder) as change:
                for path, content in contents.items():
                    change.write(path, content)
                change.apply()
    return [key for key in keys if waiting[key.place]]


def _missing(key: ArchivedKey, root: Path) -> dict[Path, bytes]:
    wallet = Wallet(key.wallet, key.hotkey or "default", root)
    settle(wallet.folder)
    stored = wallet.coldkey if key.hotkey is None else wallet.hotkey
    missing = {}
    for path, content in ((stored.private, key.private), (stored.public, key.public)):
        if content is None:
            continue
        if not files.taken(path):
            missing[path] = content
        elif files.read(path, follow=False) != content:
            raise KeyFileExists(
                str(path),
                f"it exists already, and differs from that of {key.place} in the backup",
                hint="Nothing was restored. Restore into another directory with --wallet-path.",
            )
    if stored.public in missing and key.private is None and stored.exists:
        raise KeyFileExists(
            str(stored.private),
            f"it exists already, and the backup has only the public file of {key.place}",
            hint="Nothing was restored. Restore into another directory with --wallet-path.",
        )
    if stored.private in missing and key.public is None and stored.watched:
        raise KeyFileExists(
            str(stored.public),
            f"it exists already, and the backup has only the private file of {key.place}",
            hint="Nothing was restored. Restore into another directory with --wallet-path.",
        )
    return missing


def _check(key: ArchivedKey, path: str) -> None:
    """Raise unless the files are key files, of the same key as far as that can be told."""
    public = None if key.public is None else keyfile.load_public(key.public, path)
    if key.private is None or key.encrypted:
        return
    if public not in (None, keyfile.load_keypair(key.private, path).public):
        raise KeyFileCorrupt(path, "its public file is of another key")


def _entry(key: ArchivedKey) -> dict[str, str | None]:
    return {
        "wallet": key.wallet,
        "hotkey": key.hotkey,
        "private": None if key.private is None else base64.b64encode(key.private).decode(),
        "public": None if key.public is None else base64.b64encode(key.public).decode(),
    }


def _parsed(entry: dict[str, Any]) -> ArchivedKey:
    if set(entry) != _FIELDS:
        raise ValueError("fields")
    wallet = names.check_wallet_name(_text(entry["wallet"]))
    hotkey = None if entry["hotkey"] is None else names.check_hotkey_name(_text(entry["hotkey"]))
    private, public = _content(entry["private"]), _content(entry["public"])
    if private is None and public is None:
        raise ValueError("no file")
    return ArchivedKey(wallet, hotkey, private, public)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("type")
    return value


def _content(value: object) -> bytes | None:
    if value is None:
        return None
    content = base64.b64decode(_text(value), validate=True)
    if len(content) > files.LARGEST:
        raise ValueError("size")
    return content


def _key(header: bytes, password: str, profile: KdfProfile) -> bytes:
    salt = hashlib.blake2b(header, digest_size=_SALT_BYTES).digest()
    return encryption.derive(password, profile, salt)
