"""BLS signatures on BLS12-381 as drand's quicknet has them: signatures in G1, public keys in G2.

The scheme is drand's `bls-unchained-g1-rfc9380`. Points come and go compressed (48 bytes in G1, 96
in G2); decoded points are checked to be on the curve and in its subgroup.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from importlib import import_module
from typing import Any, Protocol

from btsdk.errors import BtError

ORDER = 0x73EDA753299D7D483339D80809A1D80553BDA402FFFE5BFEFFFFFFFF00000001
"""The order of both groups: secrets are numbers from 1 below it."""

SIGNATURE_BYTES = 48
PUBLIC_KEY_BYTES = 96

_DOMAIN = b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_"

Point = Any
"""A point of G1 or G2, in the library's type."""


class BlsError(BtError):
    """Bytes that are not a point of the group."""


class _Library(Protocol):
    """The parts of `py_arkworks_bls12381` that are used here."""

    G1Point: Any
    G2Point: Any
    GT: Any
    Scalar: Any


@cache
def _library() -> _Library:
    import py_arkworks_bls12381  # noqa: PLC0415 - only a chain that sees pulses needs it

    library: _Library = py_arkworks_bls12381
    return library


def decode_signature(data: bytes) -> Point:
    """The point of G1 in the first 48 bytes; as on chain, the rest is ignored."""
    return _decode(_library().G1Point, data, SIGNATURE_BYTES)


def decode_public_key(data: bytes) -> Point:
    """The point of G2 in the first 96 bytes."""
    return _decode(_library().G2Point, data, PUBLIC_KEY_BYTES)


def encode(point: Point) -> bytes:
    """The point, compressed."""
    return bytes(point.to_compressed_bytes())


def hash_to_signature_group(message: bytes) -> Point:
    """Hash a message to a point of G1 (RFC 9380)."""
    group = _library().G1Point
    if hasattr(group, "hash_to_curve"):
        return group.hash_to_curve(message, _DOMAIN)
    hash_to_g1, compress = _in_python()
    compressed = compress(hash_to_g1(message, _DOMAIN, sha256))
    return group.from_compressed_bytes_unchecked(int(compressed).to_bytes(SIGNATURE_BYTES, "big"))


@cache
def _in_python() -> tuple[Callable[..., Any], Callable[[Any], Any]]:
    """Hashing to G1 and compressing: the library's releases for Python 3.10 lack it."""
    limit = sys.getrecursionlimit()
    hashing = import_module("py_ecc.bls.hash_to_curve")
    compression = import_module("py_ecc.bls.point_compression")
    # Its import sets a recursion limit of 100,000, at which nested input crashes the process.
    sys.setrecursionlimit(limit)
    return hashing.hash_to_G1, compression.compress_G1


def generator_times(secret: int) -> Point:
    """The generator of G2 times a scalar: the public key of a secret."""
    return _library().G2Point() * _scalar(secret)


def times(point: Point, factor: int) -> Point:
    """A point of either group times a scalar."""
    return point * _scalar(factor)


def sign(secret: int, message: bytes) -> bytes:
    """The signature of a message."""
    return encode(times(hash_to_signature_group(message), secret))


def public_key(secret: int) -> bytes:
    """The public key of a secret."""
    return encode(generator_times(secret))


def verify(key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the signature is valid; raises `BlsError` if signature or key is not a point."""
    signer, signed = decode_public_key(key), decode_signature(signature)
    library = _library()
    hashed = hash_to_signature_group(message)
    left = library.GT.pairing(signed, library.G2Point())
    return bool(left == library.GT.pairing(hashed, signer))


def pairing(signature: Point, key: Point) -> bytes:
    """e(signature, key) in 576 bytes, as arkworks writes an element of the target field."""
    return bytes.fromhex(str(_library().GT.pairing(signature, key)))


def _scalar(number: int) -> Any:
    return _library().Scalar.from_le_bytes((number % ORDER).to_bytes(32, "little"))


def _decode(group: Any, data: bytes, length: int) -> Point:
    if len(data) < length:
        raise BlsError(f"a point takes {length} bytes, there are {len(data)}")
    try:
        return group.from_compressed_bytes(data[:length])
    except ValueError as error:
        raise BlsError(f"the bytes are no point of the group: {error}") from error
