"""The hash functions of Substrate's storage and of the chain, by their names in metadata.

Digests are bytes in the order in which the chain stores them. `*_concat` and `identity` append the
key to the digest, so that a map can be iterated.
"""

from __future__ import annotations

import hashlib

import xxhash


def blake2_256(data: bytes | bytearray) -> bytes:
    return hashlib.blake2b(data, digest_size=32).digest()


def blake2_128(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()


def blake2_128_concat(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest() + data


def blake2_512(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=64).digest()


def twox_64(data: bytes) -> bytes:
    return xxhash.xxh64_intdigest(data, 0).to_bytes(8, "little")


def twox_64_concat(data: bytes) -> bytes:
    return xxhash.xxh64_intdigest(data, 0).to_bytes(8, "little") + data


def twox_128(data: bytes) -> bytes:
    """Two 64-bit xxHashes, with the seeds 0 and 1."""
    return b"".join(xxhash.xxh64_intdigest(data, s).to_bytes(8, "little") for s in range(2))


def twox_256(data: bytes) -> bytes:
    """Four 64-bit xxHashes, with the seeds 0 to 3."""
    return b"".join(xxhash.xxh64_intdigest(data, s).to_bytes(8, "little") for s in range(4))


def identity(data: bytes) -> bytes:
    return data


def sha2_256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def keccak_256(data: bytes) -> bytes:
    """Keccak with its original padding, which is not the SHA3-256 of the standard library."""
    # Only proof of work and Ethereum addresses need it: it costs 30 ms of start-up.
    from Crypto.Hash import keccak  # noqa: PLC0415

    return keccak.new(digest_bits=256, data=data).digest()
