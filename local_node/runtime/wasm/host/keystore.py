"""The keystore for keys that a runtime generates, such as session keys; in memory.

A seed is a secret URI (`//Alice`), as in Substrate; without one a key is random. Nothing is written
to disk: the keys of a development node last as long as its process.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from btsdk.keys import mnemonic, uri
from btsdk.keys.hashing import blake2_256
from btsdk.keys.keypair import Keypair
from btsdk.scale.primitives import compact_encode
from local_node.runtime.wasm.call import HostError

Scheme = Literal["sr25519", "ed25519", "ecdsa"]
Sign = Callable[[bytes], bytes]

_SEED_BYTES: Final = 32
MOST_KEYS: Final = 4096


class Key(NamedTuple):
    """One key pair: the public key, and the signer."""

    public: bytes
    sign: Sign


class KeyStore:
    """Keys by scheme and by key type (four bytes)."""

    def __init__(self) -> None:
        self._keys: dict[tuple[Scheme, bytes], dict[bytes, Sign]] = {}

    def generate(self, scheme: Scheme, kind: bytes, seed: bytes | None) -> bytes:
        """Generate and store a key; return its public key."""
        if sum(map(len, self._keys.values())) >= MOST_KEYS:
            raise HostError(f"the keystore holds {MOST_KEYS} keys, its maximum")
        public, sign = _MAKERS[scheme](None if seed is None else seed.decode())
        self._keys.setdefault((scheme, kind), {})[public] = sign
        return public

    def public_keys(self, scheme: Scheme, kind: bytes) -> list[bytes]:
        """The public keys of a type, in the order of their creation."""
        return list(self._keys.get((scheme, kind), ()))

    def sign(self, scheme: Scheme, kind: bytes, public: bytes, message: bytes) -> bytes | None:
        """The signature, or None if there is no such key."""
        sign = self._keys.get((scheme, kind), {}).get(public)
        return None if sign is None else sign(message)


def _sr25519(seed: str | None) -> Key:
    pair = Keypair.generate() if seed is None else Keypair.from_uri(seed)
    return Key(pair.public_key, pair.sign)


def _ed25519(seed: str | None) -> Key:
    from nacl.signing import SigningKey  # noqa: PLC0415 - takes 40 ms, rarely used

    key = SigningKey(_hard_seed(seed, "Ed25519HDKD"))
    return Key(bytes(key.verify_key), lambda message: bytes(key.sign(message).signature))


def _ecdsa(seed: str | None) -> Key:
    import coincurve  # noqa: PLC0415 - as rare

    key = coincurve.PrivateKey(_hard_seed(seed, "Secp256k1HDKD"))

    def sign(message: bytes) -> bytes:
        """Sign a 32-byte digest as it is; callers hash a message first."""
        return key.sign_recoverable(message, hasher=None)

    return Key(key.public_key.format(compressed=True), sign)


def _hard_seed(seed: str | None, scheme: str) -> bytes:
    """The secret of a URI in a scheme with hard junctions only."""
    if seed is None:
        return secrets.token_bytes(_SEED_BYTES)
    parsed = uri.parse(seed)
    if parsed.phrase.startswith("0x"):
        secret = bytes.fromhex(parsed.phrase[2:])
    else:
        secret = mnemonic.to_seed(parsed.phrase, parsed.password)[:_SEED_BYTES]
    label = compact_encode(len(scheme)) + scheme.encode()
    for junction in parsed.junctions:
        if not junction.hard:
            raise ValueError("this scheme has no soft junctions")
        secret = blake2_256(label + secret + junction.chain_code)
    return secret


_MAKERS: Final[dict[Scheme, Callable[[str | None], Key]]] = {
    "sr25519": _sr25519,
    "ed25519": _ed25519,
    "ecdsa": _ecdsa,
}
