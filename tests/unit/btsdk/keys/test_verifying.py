"""Signatures of the three schemes, sound ones and all sorts of others."""

from __future__ import annotations

import os

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from btsdk.keys import Crypto, Keypair, verify
from btsdk.keys.hashing import blake2_256

SCHEMES: tuple[Crypto, ...] = ("sr25519", "ed25519", "ecdsa")


def _signed(crypto: Crypto, message: bytes) -> tuple[bytes, bytes]:
    """A signature and the account that made it, by somebody else's library where there is one."""
    if crypto == "sr25519":
        keypair = Keypair.generate()
        return keypair.sign(message), keypair.public_key
    if crypto == "ed25519":
        from nacl.signing import SigningKey

        key = SigningKey.generate()
        return key.sign(message).signature, bytes(key.verify_key)
    keys = pytest.importorskip("eth_keys").keys
    private = keys.PrivateKey(os.urandom(31).rjust(32, b"\1"))
    signature = private.sign_msg_hash(blake2_256(message)).to_bytes()
    return signature, blake2_256(private.public_key.to_compressed_bytes())


@pytest.mark.parametrize("crypto", SCHEMES)
def test_sound_and_unsound(crypto: Crypto) -> None:
    for _ in range(4):
        signature, account = _signed(crypto, b"message")
        assert verify(signature, b"message", account, crypto)
        assert not verify(signature, b"another", account, crypto)
        assert not verify(signature, b"message", bytes(31) + b"\1", crypto)


@pytest.mark.parametrize("crypto", SCHEMES)
@given(signature=st.binary(max_size=70), account=st.binary(max_size=40))
@settings(max_examples=30, deadline=None)
def test_malformed_input_is_not_sound(crypto: Crypto, signature: bytes, account: bytes) -> None:
    assume(len(signature) != 64 or any(signature[32:]))  # see test_ed25519.py for such ones
    assert not verify(signature, b"message", account, crypto)


@pytest.mark.parametrize("crypto", SCHEMES)
@given(bit=st.integers(0, 63 * 8 + 6))
@settings(max_examples=20, deadline=None)
def test_a_flipped_bit_is_not_sound(crypto: Crypto, bit: int) -> None:
    signature, account = _signed(crypto, b"message")
    broken = bytearray(signature)
    broken[bit // 8] ^= 1 << bit % 8
    assert not verify(bytes(broken), b"message", account, crypto)
