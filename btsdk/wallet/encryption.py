"""The encryption of key files: one format is written, older ones are also read.

- `$NACL`: a key from argon2i13 with libsodium's sensitive limits and a fixed salt, then an
  XSalsa20-Poly1305 secret box. Every existing tool reads and writes it. The fixed salt is a
  weakness of the format; the cost of 2.8 s and 512 MiB a guess makes up for it.
- `$ANSIBLE_VAULT` and Fernet (`gAAAAA…`): written by early tools; see `legacy`.

Nothing here keeps a password or a plaintext.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from btsdk.errors import KeyFileCorrupt, WalletError, WrongPassword

_NACL_SALT = bytes.fromhex("137183dff15a09bc9c90b5518739e9b1")
_KEY_BYTES = 32
_NONCE_BYTES = 24
_TAG_BYTES = 16


class Encryption(Enum):
    """The encryption of a key file; the value is its first bytes."""

    NACL = b"$NACL"
    ANSIBLE = b"$ANSIBLE_VAULT"
    FERNET = b"gAAAAA"
    TESTING = b"$BTSDK-TESTING-ONLY$"


@dataclass(frozen=True)
class KdfProfile:
    """The cost of deriving a key from a password, and the mark of files written that way."""

    name: str
    mark: Encryption
    opslimit: int
    memlimit: int


SENSITIVE = KdfProfile("sensitive", Encryption.NACL, opslimit=8, memlimit=512 << 20)
"""libsodium's `crypto_pwhash_argon2i_*_SENSITIVE`: the only profile that other tools support."""

TESTING = KdfProfile("testing", Encryption.TESTING, opslimit=3, memlimit=8 << 10)
"""For tests only: it costs nothing and protects nothing. By design no other tool opens such a
file."""

_PROFILES = {profile.mark: profile for profile in (SENSITIVE, TESTING)}


def encryption_of(data: bytes) -> Encryption | None:
    """The encryption of a key file's content; None for plain text."""
    for encryption in Encryption:
        if data.startswith(encryption.value):
            return encryption
    return None


def encrypt(data: bytes, password: str, profile: KdfProfile = SENSITIVE) -> bytes:
    # libsodium costs 40 ms of start-up, and most commands open no encrypted file.
    from nacl.secret import SecretBox  # noqa: PLC0415

    box = SecretBox(derive(password, profile))
    return profile.mark.value + bytes(box.encrypt(data))


def decrypt(data: bytes, password: str, path: str) -> bytes:
    """Decrypt the content. `path` is for messages; a wrong password raises `WrongPassword`."""
    from btsdk.wallet import legacy  # noqa: PLC0415 - AES, only for files of that age

    encryption = encryption_of(data)
    if encryption is None:
        raise KeyFileCorrupt(path, "its encryption is unknown")
    if encryption is Encryption.ANSIBLE:
        plain = legacy.open_ansible(data, password, path)
    elif encryption is Encryption.FERNET:
        plain = legacy.open_fernet(data, password)
    else:
        plain = _open_box(data, password, _PROFILES[encryption], path)
    if plain is None:
        raise WrongPassword(path, "the password does not open it")
    return plain


def _open_box(data: bytes, password: str, profile: KdfProfile, path: str) -> bytes | None:
    from nacl.exceptions import CryptoError  # noqa: PLC0415 - as in `encrypt`
    from nacl.secret import SecretBox  # noqa: PLC0415

    sealed = data[len(profile.mark.value) :]
    if len(sealed) < _NONCE_BYTES + _TAG_BYTES:
        # Checked before the derivation, which takes three seconds.
        raise KeyFileCorrupt(path, "it is truncated")
    try:
        return bytes(SecretBox(derive(password, profile)).decrypt(sealed))
    except CryptoError:
        return None


def derive(password: str, profile: KdfProfile, salt: bytes = _NACL_SALT) -> bytes:
    """The key for a secret box; takes the time and memory of the profile."""
    from nacl.exceptions import RuntimeError as OutOfMemory  # noqa: PLC0415 - as in `encrypt`
    from nacl.pwhash import argon2i  # noqa: PLC0415

    try:
        return argon2i.kdf(_KEY_BYTES, password.encode(), salt, profile.opslimit, profile.memlimit)
    except (OutOfMemory, MemoryError):
        needed = profile.memlimit >> 20
        raise WalletError(
            "key derivation", f"it needs {needed} MiB of free memory, and got less"
        ) from None
