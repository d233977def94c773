"""Shielded extrinsics: the client's half against an independent ML-KEM and AEAD."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kyber_py.ml_kem import ML_KEM_768
from nacl import bindings

from btsdk import shield
from btsdk.keys.hashing import twox_128

PUBLIC, PRIVATE = ML_KEM_768.key_derive(bytes(range(64)))


def test_the_holder_of_the_private_key_opens_it() -> None:
    sealed = shield.seal(b"an extrinsic", PUBLIC)
    assert len(sealed) == 16 + 2 + 1_088 + 24 + 12 + 16
    parts = shield.parse(sealed)
    assert parts is not None
    assert parts.key_hash == shield.key_hash(PUBLIC) == twox_128(PUBLIC)
    secret = ML_KEM_768.decaps(PRIVATE, parts.kem_ct)
    opened = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
        parts.aead_ct, b"", parts.nonce, secret
    )
    assert opened == b"an extrinsic"
    assert shield.seal(b"an extrinsic", PUBLIC) != sealed


@pytest.mark.parametrize("key", [b"", PUBLIC[:-1], b"\xff" * 1_184])
def test_what_is_no_key(key: bytes) -> None:
    with pytest.raises(shield.ShieldError, match="ML-KEM-768 key"):
        shield.seal(b"", key)


@given(st.binary(max_size=80))
def test_parts_or_nothing(data: bytes) -> None:
    parts = shield.parse(data)
    if parts is None:
        assert len(data) < 18 + int.from_bytes(data[16:18], "little") + 24
    else:
        length = len(parts.kem_ct).to_bytes(2, "little")
        assert parts.key_hash + length + parts.kem_ct + parts.nonce + parts.aead_ct == data
