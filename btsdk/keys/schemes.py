"""The signature schemes of keypairs: keys from seeds, derivation, signing.

The private key of sr25519 has 64 bytes (scalar and nonce), that of ed25519 is its seed of 32 bytes,
as Substrate and the key files of existing tools have it.
"""

from __future__ import annotations

from typing import Protocol

import sr25519  # type: ignore[import-untyped]

from btsdk.errors import SecretError, UsageError
from btsdk.frozen import Frozen
from btsdk.keys.hashing import blake2_256
from btsdk.keys.signer import Crypto
from btsdk.keys.uri import Junction

SEED_BYTES = 32
_ED25519_DERIVATION = b"\x2cEd25519HDKD"
"""The SCALE string that Substrate hashes for a hard junction."""


class Pair(Frozen, hidden=("private", "seed")):
    """A key; `seed` is None if it was not made from one."""

    public: bytes
    private: bytes
    seed: bytes | None


class Scheme(Protocol):
    """A signature scheme."""

    @property
    def private_sizes(self) -> tuple[int, ...]:
        """How many bytes a private key may have."""
        ...

    def from_seed(self, seed: bytes) -> Pair:
        """The key of a seed."""
        ...

    def from_private(self, private: bytes) -> Pair:
        """The key of a private key; raises `SecretError` if it is none."""
        ...

    def derive(self, pair: Pair, junction: Junction) -> Pair:
        """The key one junction below."""
        ...

    def sign(self, pair: Pair, payload: bytes) -> bytes:
        """The signature of exactly these bytes."""
        ...


class _Sr25519:
    private_sizes = (64,)

    def from_seed(self, seed: bytes) -> Pair:
        public, private = sr25519.pair_from_seed(seed)
        return Pair(public, private, seed)

    def from_private(self, private: bytes) -> Pair:
        try:
            public: bytes = sr25519.public_from_secret_key(private)
        except ValueError:
            public = b""
        if not any(public):
            # Only a scalar that is zero or above the group's order gets here.
            raise SecretError("this is not an sr25519 private key")
        return Pair(public, private, None)

    def derive(self, pair: Pair, junction: Junction) -> Pair:
        step = sr25519.hard_derive_keypair if junction.hard else sr25519.derive_keypair
        _, public, private = step((junction.chain_code, pair.public, pair.private), b"")
        return Pair(public, private, None)

    def sign(self, pair: Pair, payload: bytes) -> bytes:
        """In the `substrate` context; not deterministic."""
        signature: bytes = sr25519.sign((pair.public, pair.private), payload)
        return signature


class _Ed25519:
    private_sizes = (32, 64)

    def from_seed(self, seed: bytes) -> Pair:
        from nacl import bindings  # noqa: PLC0415  # libsodium costs 40 ms of start-up

        public, _ = bindings.crypto_sign_seed_keypair(seed)
        return Pair(public, seed, seed)

    def from_private(self, private: bytes) -> Pair:
        """A seed, or a seed and the public key behind it."""
        pair = self.from_seed(private[:SEED_BYTES])
        if private[SEED_BYTES:] not in (b"", pair.public):
            raise SecretError("this is not an ed25519 private key: its public half is another key")
        return pair

    def derive(self, pair: Pair, junction: Junction) -> Pair:
        if not junction.hard:
            raise SecretError(
                "an ed25519 key has no soft junctions (/); only hard ones (//) can be derived"
            )
        return self.from_seed(blake2_256(_ED25519_DERIVATION + pair.private + junction.chain_code))

    def sign(self, pair: Pair, payload: bytes) -> bytes:
        from nacl import bindings  # noqa: PLC0415  # as above

        signed = bindings.crypto_sign(payload, pair.private + pair.public)
        return bytes(signed[: bindings.crypto_sign_BYTES])


_SCHEMES: dict[Crypto, Scheme] = {"sr25519": _Sr25519(), "ed25519": _Ed25519()}


def scheme_of(crypto: Crypto) -> Scheme:
    """The scheme of keypairs of a type; raises `UsageError` for one that only verifies."""
    scheme = _SCHEMES.get(crypto)
    if scheme is None:
        raise UsageError(f"{crypto} keys cannot be made: {' and '.join(_SCHEMES)} keys can")
    return scheme
