"""The content of key files: JSON with the fields that every Bittensor tool writes.

Private: `accountId`, `publicKey`, `privateKey`, `secretPhrase`, `secretSeed`, `ss58Address`;
public: the first two and the last. Bytes are hex with `0x`. Absent values are omitted, and so is
the `cryptoType` of an sr25519 key, which the newest tools add: that is its default, and older
readers fail on a number. An ed25519 key has `cryptoType` 0, and its private key is its seed. Nulls
are read as absent, and a public file may also be a bare address or hex key, as the first tools
wrote them.
"""

from __future__ import annotations

import json
from typing import Protocol

from btsdk.errors import AddressError, KeyFileCorrupt, SecretError
from btsdk.hexadecimal import from_hex
from btsdk.keys import Crypto, Keypair, PublicKey, ss58

_CRYPTO_TYPES: dict[int, Crypto] = {0: "ed25519", 1: "sr25519"}
_PUBLIC_BYTES = 32


class _Constructor(Protocol):
    def __call__(self, secret: str, /, *, crypto: Crypto) -> Keypair: ...


_SECRETS: tuple[tuple[str, _Constructor], ...] = (
    ("secretPhrase", Keypair.from_mnemonic),
    ("secretSeed", Keypair.from_seed),
    ("privateKey", Keypair.from_private_key),
)
"""In the order in which the existing tools try them."""


def dump_keypair(keypair: Keypair) -> bytes:
    """The plain JSON with the secrets: encrypt it, or keep it private."""
    secrets = keypair.reveal()
    seed = None if secrets.seed is None else f"0x{secrets.seed.hex()}"
    return _dump(
        accountId=f"0x{keypair.public_key.hex()}",
        publicKey=f"0x{keypair.public_key.hex()}",
        privateKey=f"0x{secrets.private_key.hex()}",
        secretPhrase=secrets.mnemonic,
        secretSeed=seed,
        ss58Address=keypair.ss58_address,
        cryptoType=_crypto_type(keypair.crypto),
    )


def dump_public(key: PublicKey) -> bytes:
    hexed = f"0x{key.public_key.hex()}"
    return _dump(
        accountId=hexed,
        publicKey=hexed,
        ss58Address=key.ss58_address,
        cryptoType=_crypto_type(key.crypto),
    )


def load_keypair(data: bytes, path: str) -> Keypair:
    """The keypair of a plain private file, checked against the public key in it."""
    content = _load(data, path)
    expected, crypto = _public_key(content, path), _crypto(content, path)
    known = False
    for name, constructor in _SECRETS:
        secret = content.get(name)
        if not isinstance(secret, str) or not secret:
            continue
        known = True
        try:
            keypair = constructor(secret, crypto=crypto)
        except SecretError:
            continue
        if expected in (None, keypair.public_key):
            return keypair
    if known:
        raise KeyFileCorrupt(path, "its secret is damaged or belongs to another public key")
    raise KeyFileCorrupt(path, "it holds no secret key")


def load_public(data: bytes, path: str) -> PublicKey:
    """The public key of a public file, or of a plain private one."""
    content = _load(data, path)
    key = _public_key(content, path)
    if key is None:
        raise KeyFileCorrupt(path, "it holds no public key")
    return PublicKey(key, _crypto(content, path))


def _crypto_type(crypto: Crypto) -> int | None:
    """The number in a file; None for sr25519, and for ecdsa, whose keys are only watched."""
    return 0 if crypto == "ed25519" else None


def _crypto(content: dict[str, object], path: str) -> Crypto:
    number = content.get("cryptoType")
    if number is None:
        return "sr25519"
    crypto = _CRYPTO_TYPES.get(number) if type(number) is int else None
    if crypto is None:
        raise KeyFileCorrupt(
            path, "its key is neither an sr25519 nor an ed25519 key, the kinds that are supported"
        )
    return crypto


def _dump(**fields: str | int | None) -> bytes:
    present = {name: value for name, value in fields.items() if value is not None}
    return json.dumps(present, separators=(",", ":")).encode()


def _load(data: bytes, path: str) -> dict[str, object]:
    content = _parsed(data)
    if content is None:
        raise KeyFileCorrupt(path, "it is neither JSON nor an address")
    return content


def _parsed(data: bytes) -> dict[str, object] | None:
    """The parsed JSON; None instead of a decoding error, which would contain the secrets."""
    try:
        text = data.decode().strip()
        if text.startswith("{"):
            return dict(json.loads(text))
    except (ValueError, RecursionError):  # the latter for thousands of nested objects
        return None
    return {"publicKey" if text.startswith("0x") else "ss58Address": text}


def _public_key(content: dict[str, object], path: str) -> bytes | None:
    """The public key of the file; all fields that state it must agree."""
    found: set[bytes] = set()
    for name in ("publicKey", "accountId"):
        if isinstance(text := content.get(name), str) and text:
            found.add(_unhex(text, path))
    if isinstance(address := content.get("ss58Address"), str) and address:
        try:
            found.add(ss58.decode(address, prefix=None))
        except AddressError:
            raise KeyFileCorrupt(path, "its address is invalid") from None
    if len(found) > 1:
        raise KeyFileCorrupt(path, "its public key and its address differ")
    return found.pop() if found else None


def _unhex(text: str, path: str) -> bytes:
    try:
        key = from_hex(text)
    except ValueError:
        key = b""
    if len(key) != _PUBLIC_BYTES:
        raise KeyFileCorrupt(path, "its public key is not 32 bytes of hex")
    return key
