"""Shielded transactions: an extrinsic sealed to an author's key, as Subtensor's clients seal it.

ML-KEM-768 (FIPS 203) makes a secret, XChaCha20-Poly1305 seals the extrinsic under it, without
additional data. The sealed bytes are: hash of the key (16) ‖ length of the encapsulated secret (2,
little-endian) ‖ the encapsulated secret ‖ nonce (24) ‖ sealed extrinsic with its tag (the rest).
"""

from __future__ import annotations

import secrets
from importlib import import_module
from typing import Any, NamedTuple

from btsdk.errors import BtError
from btsdk.keys.hashing import twox_128

ENCAPSULATION_KEY_BYTES = 1_184
DECAPSULATION_KEY_BYTES = 2_400
ENCAPSULATED_BYTES = 1_088

_HASH_BYTES = 16
_LENGTH_BYTES = 2
_NONCE_BYTES = 24


class ShieldError(BtError):
    """Sealed bytes that this key does not open."""


class Shielded(NamedTuple):
    """A sealed extrinsic, taken apart."""

    key_hash: bytes
    kem_ct: bytes
    aead_ct: bytes
    nonce: bytes


class KeyPair(NamedTuple):
    """An author's key for one block: the public half is announced, the other stays with it."""

    encapsulation: bytes
    decapsulation: bytes

    @property
    def hash(self) -> bytes:
        """What sealed bytes name the key by."""
        return twox_128(self.encapsulation)


def generate() -> KeyPair:
    """A fresh pair."""
    encapsulation, decapsulation = _kem().keygen()
    return KeyPair(encapsulation, decapsulation)


def parse(ciphertext: bytes) -> Shielded | None:
    """The parts of sealed bytes; None where they are not all there."""
    head = _HASH_BYTES + _LENGTH_BYTES
    if len(ciphertext) < head:
        return None
    nonce_at = head + int.from_bytes(ciphertext[_HASH_BYTES:head], "little")
    end = nonce_at + _NONCE_BYTES
    if len(ciphertext) < end:
        return None
    return Shielded(
        key_hash=ciphertext[:_HASH_BYTES],
        kem_ct=ciphertext[head:nonce_at],
        aead_ct=ciphertext[end:],
        nonce=ciphertext[nonce_at:end],
    )


def seal(extrinsic: bytes, encapsulation_key: bytes) -> bytes:
    """Seal an extrinsic (its whole encoding) to the key under `MevShield.NextKey`."""
    if len(encapsulation_key) != ENCAPSULATION_KEY_BYTES:
        raise ShieldError(f"an ML-KEM-768 key has {ENCAPSULATION_KEY_BYTES} bytes")
    from nacl import bindings  # noqa: PLC0415 - few processes shield anything

    secret, encapsulated = _kem().encaps(encapsulation_key)
    nonce = secrets.token_bytes(_NONCE_BYTES)
    sealed: bytes = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
        extrinsic, b"", nonce, secret
    )
    length = len(encapsulated).to_bytes(_LENGTH_BYTES, "little")
    return b"".join((twox_128(encapsulation_key), length, encapsulated, nonce, sealed))


def open_sealed(shielded: Shielded, decapsulation_key: bytes) -> bytes:
    """What was sealed; raises `ShieldError`."""
    if len(decapsulation_key) != DECAPSULATION_KEY_BYTES:
        raise ShieldError(f"an ML-KEM-768 private key has {DECAPSULATION_KEY_BYTES} bytes")
    if len(shielded.kem_ct) != ENCAPSULATED_BYTES:
        raise ShieldError(f"an encapsulated secret has {ENCAPSULATED_BYTES} bytes")
    from nacl import bindings  # noqa: PLC0415 - as above
    from nacl.exceptions import CryptoError  # noqa: PLC0415 - as above

    try:
        secret = _kem().decaps(decapsulation_key, shielded.kem_ct)
        opened: bytes = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
            shielded.aead_ct, b"", shielded.nonce, secret
        )
    except (CryptoError, ValueError) as error:
        raise ShieldError("the key does not open the sealed bytes") from error
    return opened


def _kem() -> Any:
    # imported here because few processes shield anything
    return import_module("kyber_py.ml_kem").ML_KEM_768
