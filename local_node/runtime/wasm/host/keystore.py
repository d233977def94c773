"""Keys that a runtime has the node make and sign with, such as session keys; kept in memory.

A seed is a secret URI (`//Alice`), as Substrate has it; without one a key is random. Nothing here
goes to a disk: keys of a development node are as lasting as its process.
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
    """One key pair: what is public, and what signs."""

    public: bytes
    sign: Sign


class KeyStore:
    """Keys by scheme and by the four bytes that say what they are for."""

    def __init__(self) -> None:
        self._keys: dict[tuple[Scheme, bytes], dict[bytes, Sign]] = {}

    def generate(self, scheme: Scheme, kind: bytes, seed: bytes | None) -> bytes:
        """Make a key and keep it; what is public of it."""
        if sum(map(len, self._keys.values())) >= MOST_KEYS:
            raise HostError(f"the keystore holds {MOST_KEYS} keys and no more")
        public, sign = _MAKERS[scheme](None if seed is None else seed.decode())
        self._keys.setdefault((scheme, kind), {})[public] = sign
        return public

    def public_keys(self, scheme: Scheme, kind: bytes) -> list[bytes]:
        """The keys of a kind, in the order in which they came."""
        return list(self._keys.get((scheme, kind), ()))

    def sign(self, scheme: Scheme, kind: bytes, public: bytes, message: bytes) -> bytes | None:
        """The signature, None where there is no such key."""
        sign = self._keys.get((scheme, kind), {}).get(public)
        return None if sign is None else sign(message)


def _sr25519(seed: str | None) -> Key:
    pair = Keypair.generate() if seed is None else Keypair.from_uri(seed)
    return Key(pair.public_key, pair.sign)


def _ed25519(seed: str | None) -> Key:
    from nacl.signing import SigningKey  # noqa: PLC0415 - 40 ms that hardly anybody needs

    key = SigningKey(_hard_seed(seed, "Ed25519HDKD"))
    return Key(bytes(key.verify_key), lambda message: bytes(key.sign(message).signature))


def _ecdsa(seed: str | None) -> Key:
    import coincurve  # noqa: PLC0415 - as rare

    key = coincurve.PrivateKey(_hard_seed(seed, "Secp256k1HDKD"))

    def sign(message: bytes) -> bytes:
        """Of a 32-byte digest, as it is; whoever signs a message hashes it first."""
        return key.sign_recoverable(message, hasher=None)

    return Key(key.public_key.format(compressed=True), sign)


def _hard_seed(seed: str | None, scheme: str) -> bytes:
    """The secret behind a URI in a scheme that knows hard junctions only."""
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
