"""The encryptions of key files: one that is written, and the older ones that are still read.

- `$NACL`: a key from argon2i13 with libsodium's sensitive limits and a fixed salt, then an
  XSalsa20-Poly1305 secret box. Every existing tool reads and writes it. The salt is no secret; that
  it is fixed is the format's weakness, which the cost of 2.8 s and 512 MiB a guess makes up for.
- `$ANSIBLE_VAULT` and Fernet (`gAAAAA…`): what early tools wrote; see `legacy`.

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
    """How a key file is encrypted; the value is what its first bytes are."""

    NACL = b"$NACL"
    ANSIBLE = b"$ANSIBLE_VAULT"
    FERNET = b"gAAAAA"
    TESTING = b"$BTSDK-TESTING-ONLY$"


@dataclass(frozen=True)
class KdfProfile:
    """What turning a password into a key costs, and the mark of files written that way."""

    name: str
    mark: Encryption
    opslimit: int
    memlimit: int


SENSITIVE = KdfProfile("sensitive", Encryption.NACL, opslimit=8, memlimit=512 << 20)
"""libsodium's `crypto_pwhash_argon2i_*_SENSITIVE`: the one profile that other tools know."""

TESTING = KdfProfile("testing", Encryption.TESTING, opslimit=3, memlimit=8 << 10)
"""Costs nothing, protects nothing: for tests alone. On purpose, no other tool opens such a file."""

_PROFILES = {profile.mark: profile for profile in (SENSITIVE, TESTING)}


def encryption_of(data: bytes) -> Encryption | None:
    """How this content of a key file is encrypted; None for plain text."""
    for encryption in Encryption:
        if data.startswith(encryption.value):
            return encryption
    return None


def encrypt(data: bytes, password: str, profile: KdfProfile = SENSITIVE) -> bytes:
    # libsodium costs 40 ms of start-up, and most commands open no encrypted file.
    from nacl.secret import SecretBox  # noqa: PLC0415

    box = SecretBox(_derive(password, profile))
    return profile.mark.value + bytes(box.encrypt(data))


def decrypt(data: bytes, password: str, path: str) -> bytes:
    """The plain content. `path` is for messages: a wrong password raises `WrongPassword`."""
    from btsdk.wallet import legacy  # noqa: PLC0415 - AES, only for files of that age

    encryption = encryption_of(data)
    if encryption is None:
        raise KeyFileCorrupt(path, "it is not encrypted in any known way")
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
        # Said before the derivation: three seconds for a file that nothing can open are too many.
        raise KeyFileCorrupt(path, "it is cut short")
    try:
        return bytes(SecretBox(_derive(password, profile)).decrypt(sealed))
    except CryptoError:
        return None


def _derive(password: str, profile: KdfProfile) -> bytes:
    from nacl.exceptions import RuntimeError as OutOfMemory  # noqa: PLC0415 - as in `encrypt`
    from nacl.pwhash import argon2i  # noqa: PLC0415

    try:
        return argon2i.kdf(
            _KEY_BYTES, password.encode(), _NACL_SALT, profile.opslimit, profile.memlimit
        )
    except (OutOfMemory, MemoryError):
        needed = profile.memlimit >> 20
        raise WalletError(
            "key derivation", f"it needs {needed} MiB of free memory, and got less"
        ) from None
