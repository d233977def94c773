"""Substrate keystores: the JSON that polkadot-js and other wallets export (version 3).

`encoded` is base64 of scrypt parameters, a nonce and a secret box around a small PKCS#8 document:
header, 64 bytes of private key in ed25519's form (of an ed25519 key: seed and public key), divider,
32 bytes of public key.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import os
import struct
from typing import Any

import sr25519  # type: ignore[import-untyped]

from btsdk.errors import KeyFileCorrupt, WrongPassword
from btsdk.keys import Crypto, Keypair

_HEADER = bytes([48, 83, 2, 1, 1, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32])
_DIVIDER = bytes([161, 35, 3, 33, 0])
_CRYPTOS: tuple[Crypto, ...] = ("sr25519", "ed25519")
_PRIVATE_BYTES = 64
_PUBLIC_BYTES = 32
_KEY_BYTES = 32
_SALT_BYTES = 32
_COST = struct.Struct("<III")  # n, p, r
_WRITTEN_COST = (1 << 15, 1, 8)
_MOST_MEMORY = 1 << 30
"""scrypt takes 128·n·r bytes; a file that requires more than this is refused."""


def open_keystore(text: str | bytes, password: str, path: str = "keystore") -> Keypair:
    """Open a version 3 keystore; `path` is for messages."""
    content = _parse(text)
    kinds = content.get("encoding", {})
    found = [crypto for crypto in _CRYPTOS if crypto in kinds.get("content", ())]
    if not found or str(kinds.get("version")) != "3":
        raise KeyFileCorrupt(path, "it is not a version 3 keystore of an sr25519 or ed25519 key")
    try:
        sealed = base64.b64decode(str(content.get("encoded")), validate=True)
    except binascii.Error:
        raise KeyFileCorrupt(path, "its `encoded` part is not base64") from None
    document = _unsealed(sealed, password, kinds.get("type", ()), path)
    return _keypair(document, path, found[0])


def seal_keystore(keypair: Keypair, password: str, name: str = "") -> str:
    """The keystore of a keypair, for other Substrate wallets. It contains the private key, but
    neither mnemonic nor seed.
    """
    from nacl.secret import SecretBox  # noqa: PLC0415 - libsodium costs 40 ms of start-up

    private = keypair.reveal().private_key
    if keypair.crypto == "sr25519":
        secret = sr25519.convert_secret_key_to_ed25519(private)
    else:
        secret = private + keypair.public_key
    salt = os.urandom(_SALT_BYTES)
    box = SecretBox(_scrypt(password, salt, *_WRITTEN_COST))
    sealed = box.encrypt(_HEADER + secret + _DIVIDER + keypair.public_key)
    encoded = salt + _COST.pack(*_WRITTEN_COST) + bytes(sealed)
    return json.dumps(
        {
            "encoded": base64.b64encode(encoded).decode(),
            "encoding": {
                "content": ["pkcs8", keypair.crypto],
                "type": ["scrypt", "xsalsa20-poly1305"],
                "version": "3",
            },
            "address": keypair.ss58_address,
            "meta": {"name": name},
        }
    )


def _parse(text: str | bytes) -> dict[str, Any]:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        content = None
    well_formed = isinstance(content, dict) and isinstance(content.get("encoding", {}), dict)
    return content if well_formed else {}


def _unsealed(sealed: bytes, password: str, kinds: list[str], path: str) -> bytes:
    from nacl.exceptions import CryptoError  # noqa: PLC0415 - as in `seal_keystore`
    from nacl.secret import SecretBox  # noqa: PLC0415

    if "none" in kinds:
        return sealed
    try:
        key, box = _key_and_box(sealed, password, kinds)
        return bytes(SecretBox(key).decrypt(box))
    except CryptoError:
        raise WrongPassword(path, "the password does not open it") from None
    except (ValueError, struct.error):
        raise KeyFileCorrupt(path, "its encryption parameters are out of range") from None


def _key_and_box(sealed: bytes, password: str, kinds: list[str]) -> tuple[bytes, bytes]:
    if "scrypt" not in kinds:
        return password.encode()[:_KEY_BYTES].ljust(_KEY_BYTES, b"\0"), sealed
    salt, costs = sealed[:_SALT_BYTES], _COST.unpack_from(sealed, _SALT_BYTES)
    return _scrypt(password, salt, *costs), sealed[_SALT_BYTES + _COST.size :]


def _scrypt(password: str, salt: bytes, n: int, p: int, r: int) -> bytes:
    memory = 128 * r * (n + p + 2)
    if memory > _MOST_MEMORY or p > 16:
        raise ValueError("scrypt parameters out of bounds")
    return hashlib.scrypt(
        password.encode(), salt=salt, n=n, r=r, p=p, maxmem=memory, dklen=_KEY_BYTES
    )


def _keypair(document: bytes, path: str, crypto: Crypto) -> Keypair:
    private_end = len(_HEADER) + _PRIVATE_BYTES
    expected = document[private_end + len(_DIVIDER) :]
    well_formed = (
        document.startswith(_HEADER)
        and document[private_end:].startswith(_DIVIDER)
        and len(expected) == _PUBLIC_BYTES
    )
    if well_formed:
        try:
            secret = document[len(_HEADER) : private_end]
            if crypto == "sr25519":
                _, secret = sr25519.pair_from_ed25519_secret_key(secret)
            keypair = Keypair.from_private_key(secret, crypto=crypto)
        except ValueError:
            well_formed = False
    if not well_formed or keypair.public_key != expected:
        raise KeyFileCorrupt(path, f"it does not hold a whole {crypto} key")
    return keypair
