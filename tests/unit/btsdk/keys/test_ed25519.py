"""ed25519 as ZIP 215 takes it: everything of small order, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.signing import SigningKey

from btsdk.keys import verify

ORDER = 2**252 + 27742317777372353535851937790883648493
EIGHTH = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03"
OTHER_EIGHTH = "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc"
SMALL = [
    *("01" + "00" * 31, "ec" + "ff" * 30 + "7f", "00" * 32, "00" * 31 + "80"),
    *(EIGHTH + "7a", EIGHTH + "fa", OTHER_EIGHTH + "05", OTHER_EIGHTH + "85"),
    # the same points in other ways: minus zero, and coordinates beyond the prime
    *("01" + "00" * 30 + "80", "ec" + "ff" * 31, "ee" + "ff" * 30 + "7f", "ee" + "ff" * 31),
    *("ed" + "ff" * 30 + "7f", "ed" + "ff" * 31),
]
"""The eight points of small order in all their encodings."""


@pytest.mark.parametrize("key", SMALL)
def test_keys_and_nonces_of_small_order_are_sound(key: str) -> None:
    for nonce in SMALL:
        signature = bytes.fromhex(nonce) + bytes(32)
        assert verify(signature, b"Zcash", bytes.fromhex(key), "ed25519")


@settings(max_examples=20, deadline=None)
@given(seed=st.binary(min_size=32, max_size=32), message=st.binary(max_size=80))
def test_it_takes_what_libsodium_makes_and_nothing_beside(seed: bytes, message: bytes) -> None:
    key = SigningKey(seed)
    public, signature = bytes(key.verify_key), key.sign(message).signature
    assert verify(signature, message, public, "ed25519")
    assert not verify(signature, message + b"x", public, "ed25519")
    assert not verify(signature, message, bytes(SigningKey(bytes(32)).verify_key)[::-1], "ed25519")
    scalar = int.from_bytes(signature[32:], "little")
    for other in (scalar ^ 1, scalar + ORDER):  # each number has one way to be written
        changed = signature[:32] + other.to_bytes(32, "little")
        assert not verify(changed, message, public, "ed25519")


@pytest.mark.parametrize(("signature", "key"), [(0, 32), (63, 32), (65, 32), (64, 31), (64, 33)])
def test_lengths(signature: int, key: int) -> None:
    assert not verify(bytes(signature), b"", bytes(key), "ed25519")


def test_bytes_that_are_no_point() -> None:
    no_point = b"\2" + bytes(31)
    assert not verify(no_point + bytes(32), b"", bytes(32), "ed25519")
    assert not verify(bytes(64), b"", no_point, "ed25519")
