"""Shielded extrinsics: encrypted to a key that the author of a coming block has announced.

ML-KEM-768 (FIPS 203) makes a secret, XChaCha20-Poly1305 seals the extrinsic under it, without
additional data. The sealed bytes are: hash of the key (16) ‖ length of the encapsulated secret (2,
little-endian) ‖ the encapsulated secret ‖ nonce (24) ‖ sealed extrinsic with its tag (the rest).
"""

from __future__ import annotations

from os import urandom
from typing import NamedTuple

from btsdk.errors import BtError
from btsdk.keys.hashing import twox_128

ENCAPSULATION_KEY_BYTES = 1_184
ENCAPSULATED_BYTES = 1_088

_HASH_BYTES = 16
_LENGTH_BYTES = 2
_NONCE_BYTES = 24
_TAG_BYTES = 16


class ShieldError(BtError):
    """Invalid key bytes, or sealed bytes that a key does not open."""


class Shielded(NamedTuple):
    """The parts of a sealed extrinsic."""

    key_hash: bytes
    kem_ct: bytes
    aead_ct: bytes
    nonce: bytes


def key_hash(encapsulation_key: bytes) -> bytes:
    """The hash by which sealed bytes identify their key."""
    return twox_128(encapsulation_key)


def seal(extrinsic: bytes, encapsulation_key: bytes) -> bytes:
    """Seal an extrinsic (its whole encoding) to the key under `MevShield.NextKey`."""
    if len(encapsulation_key) != ENCAPSULATION_KEY_BYTES:
        raise ShieldError(f"an ML-KEM-768 key has {ENCAPSULATION_KEY_BYTES} bytes")
    from cryptography.hazmat.primitives.asymmetric import mlkem  # noqa: PLC0415 - few shield
    from nacl import bindings  # noqa: PLC0415 - as above

    try:
        key = mlkem.MLKEM768PublicKey.from_public_bytes(encapsulation_key)
    except ValueError as error:
        raise ShieldError("the bytes are no ML-KEM-768 key") from error
    secret, encapsulated = key.encapsulate()
    nonce = urandom(_NONCE_BYTES)
    sealed: bytes = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
        extrinsic, b"", nonce, secret
    )
    length = len(encapsulated).to_bytes(_LENGTH_BYTES, "little")
    return b"".join((key_hash(encapsulation_key), length, encapsulated, nonce, sealed))


def sealed_size(extrinsic: int) -> int:
    """The sealed size of an extrinsic of `length` bytes."""
    head = _HASH_BYTES + _LENGTH_BYTES + ENCAPSULATED_BYTES + _NONCE_BYTES
    return head + extrinsic + _TAG_BYTES


def parse(ciphertext: bytes) -> Shielded | None:
    """Parse sealed bytes; None if they are incomplete."""
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
