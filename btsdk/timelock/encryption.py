"""Timelock encryption to a round of the drand beacon, in the format of Subtensor's `tle` crate.

The message is sealed with AES-256-GCM under a fresh key, and the key by identity-based encryption
(Boneh-Franklin, FullIdent) to the hash of the round: only the beacon's signature of that round
decrypts it. The layout of a ciphertext, as arkworks encodes it (lengths are u64, little-endian):

    U  96 bytes, a point of G2 · V and W, each a length and 32 bytes ·
    body: a length, then (length, AES ciphertext with its tag) and (length, nonce) ·
    cipher suite: a length and a name
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from btsdk.errors import BtError
from btsdk.integers import whole
from btsdk.timelock import bls

_KEY_BYTES = 32
_NONCE_BYTES = 12
_TAG_BYTES = 16
_ROUND_MAX = (1 << 64) - 1
_CIPHER_SUITE = b"AES_GCM_"


class TimelockError(BtError):
    """A ciphertext that is malformed, or that the signature does not open."""


def round_message(number: int) -> bytes:
    """The message that the beacon signs for a round: the hash of its number in eight bytes,
    big-endian."""
    number = whole(number, "round number", 0, _ROUND_MAX)
    return sha256(number.to_bytes(8, "big")).digest()


def encrypt(
    message: bytes, round_number: int, public_key: bytes, *, key: bytes | None = None
) -> bytes:
    """Encrypt a message to a round of the beacon with this public key.

    `key` is the 32-byte message key, random by default.
    """
    key = secrets.token_bytes(_KEY_BYTES) if key is None else key
    header = _seal_key(key, round_message(round_number), bls.decode_public_key(public_key))
    nonce = secrets.token_bytes(_NONCE_BYTES)
    cipher = _aes(key, nonce)
    sealed, tag = cipher.encrypt_and_digest(message)
    body = _with_length(sealed + tag) + _with_length(nonce)
    parts = (_with_length(header.v), _with_length(header.w), _with_length(body))
    return header.u + b"".join(parts) + _with_length(_CIPHER_SUITE)


def decrypt(ciphertext: bytes, signature: bytes) -> bytes:
    """Decrypt a message with the beacon's signature of its round; raises `TimelockError`.

    As on the chain, bytes after the ciphertext are ignored.
    """
    header, body = _parse(ciphertext)
    try:
        key = _open_key(header, bls.decode_signature(signature))
    except bls.BlsError as error:
        raise TimelockError(f"no signature, or no timelocked ciphertext: {error}") from error
    reader = _Cursor(body)
    sealed, nonce = reader.vector(), reader.vector()
    if len(nonce) != _NONCE_BYTES or len(sealed) < _TAG_BYTES:
        raise TimelockError("the sealed message is cut off")
    try:
        opened: bytes = _aes(key, nonce).decrypt_and_verify(
            sealed[:-_TAG_BYTES], sealed[-_TAG_BYTES:]
        )
    except ValueError as error:
        raise TimelockError("the sealed message was changed") from error
    return opened


# -- the key, sealed to an identity ---------------------------------------------------------------


class SealHeader(NamedTuple):
    """U = rP, V = sigma xor H2(e(Q, P_pub)^r), W = key xor H4(sigma)."""

    u: bytes
    v: bytes
    w: bytes


def _seal_key(key: bytes, identity: bytes, beacon: bls.Point) -> SealHeader:
    sigma = secrets.token_bytes(_KEY_BYTES)
    r = _h3(sigma, key)
    shared = bls.pairing(bls.hash_to_signature_group(identity), bls.times(beacon, r))
    u = bls.encode(bls.generator_times(r))
    return SealHeader(u, _xor(sigma, _hash(shared)), _xor(key, _hash(sigma)))


def _open_key(header: SealHeader, signature: bls.Point) -> bytes:
    shared = bls.pairing(signature, bls.decode_public_key(header.u))
    sigma = _xor(header.v, _hash(shared))
    key = _xor(header.w, _hash(sigma))
    if bls.encode(bls.generator_times(_h3(sigma, key))) != header.u:
        raise TimelockError("the signature is not that of the round that the message waits for")
    return key


def _h3(sigma: bytes, key: bytes) -> int:
    return int.from_bytes(_hash(sigma + key), "big") % bls.ORDER


def _hash(data: bytes) -> bytes:
    return sha256(data).digest()


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))


def _aes(key: bytes, nonce: bytes):  # type: ignore[no-untyped-def]
    from Crypto.Cipher import AES  # noqa: PLC0415 - as for the curve: few processes need it

    return AES.new(key, AES.MODE_GCM, nonce=nonce)


# -- bytes ----------------------------------------------------------------------------------------


def _parse(ciphertext: bytes) -> tuple[SealHeader, bytes]:
    reader = _Cursor(ciphertext)
    header = SealHeader(reader.take(bls.PUBLIC_KEY_BYTES), reader.vector(), reader.vector())
    body = reader.vector()
    reader.vector()
    if len(header.v) != _KEY_BYTES or len(header.w) != _KEY_BYTES:
        raise TimelockError("the sealed key is not of 32 bytes")
    return header, body


def _with_length(data: bytes) -> bytes:
    return len(data).to_bytes(8, "little") + data


@dataclass
class _Cursor:
    """A reader with an offset, which never reads past the end."""

    data: bytes
    at: int = 0

    def take(self, count: int) -> bytes:
        end = self.at + count
        if end > len(self.data):
            raise TimelockError("the ciphertext is cut off")
        part = self.data[self.at : end]
        self.at = end
        return part

    def vector(self) -> bytes:
        return self.take(int.from_bytes(self.take(8), "little"))
