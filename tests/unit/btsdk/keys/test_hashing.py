"""Published digests, and the relations between the hashers."""

from __future__ import annotations

from btsdk.keys import hashing


def test_published_digests() -> None:
    # Ethereum's empty hash, FIPS 180-4, RFC 7693's construction, and Substrate's storage prefixes.
    assert hashing.keccak_256(b"").hex() == (
        "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"
    )
    assert hashing.sha2_256(b"abc").hex() == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
    assert hashing.blake2_256(b"").hex() == (
        "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"
    )
    assert hashing.twox_128(b"System").hex() == "26aa394eea5630e07c48ae0c9558cef7"
    assert hashing.twox_128(b"Account").hex() == "b99d880ec681799c0cf30e8886371da9"


def test_concatenating_hashers_keep_the_key() -> None:
    key = b"\x01\x02"
    assert hashing.twox_64_concat(key) == hashing.twox_64(key) + key
    assert hashing.blake2_128_concat(key) == hashing.blake2_128(key) + key
    assert hashing.identity(key) == key


def test_twox_of_all_widths_begin_alike() -> None:
    assert hashing.twox_256(b"x").startswith(hashing.twox_128(b"x"))
    assert hashing.twox_128(b"x").startswith(hashing.twox_64(b"x"))


def test_widths() -> None:
    assert len(hashing.blake2_128(b"")) == 16
    assert len(hashing.blake2_512(b"")) == 64
