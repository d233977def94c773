"""Recovery against an independent implementation, and the edges of the scalars."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from btsdk.keys.secp256k1 import recover

ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141


@given(secret=st.integers(1, ORDER - 1), digest=st.binary(min_size=32, max_size=32))
@settings(max_examples=25, deadline=None)
def test_agrees_with_eth_keys(secret: int, digest: bytes) -> None:
    keys = pytest.importorskip("eth_keys").keys
    private = keys.PrivateKey(secret.to_bytes(32, "big"))
    signature = private.sign_msg_hash(digest).to_bytes()
    expected = private.public_key.to_compressed_bytes()
    assert recover(signature, digest) == expected
    assert recover(signature[:64] + bytes([signature[64] + 27]), digest) == expected
    # The other square root with the negated s is the same signature; libsecp256k1 takes both.
    s = ORDER - int.from_bytes(signature[32:64], "big")
    twin = signature[:32] + s.to_bytes(32, "big") + bytes([signature[64] ^ 1])
    assert recover(twin, digest) == expected


@pytest.mark.parametrize("r", [0, ORDER, 2**256 - 1])
@pytest.mark.parametrize("v", [0, 1, 2, 3, 4, 27, 31, 255])
def test_out_of_range(r: int, v: int) -> None:
    good = (1).to_bytes(32, "big")
    assert recover(r.to_bytes(32, "big") + good + bytes([v]), bytes(32)) is None
    assert recover(good + r.to_bytes(32, "big") + bytes([v]), bytes(32)) is None


def test_a_point_that_is_not_on_the_curve() -> None:
    # x = 5 has no y: 5³ + 7 = 132 is no square there.
    signature = (5).to_bytes(32, "big") + (1).to_bytes(32, "big") + b"\0"
    assert recover(signature, bytes(32)) is None
