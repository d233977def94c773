"""Seals and difficulty."""

from __future__ import annotations

import hashlib

from Crypto.Hash import keccak
from hypothesis import given
from hypothesis import strategies as st

from local_node.runtime.pallets.subtensor.subnets.registration.proof_of_work import (
    classic_seal,
    meets_difficulty,
    registration_seal,
)


def keccak_256(data: bytes) -> bytes:
    return keccak.new(digest_bits=256, data=data).digest()


@given(st.binary(min_size=32, max_size=32), st.integers(1, 2**64 - 1))
def test_difficulty_divides_the_seals_read_little_endian(seal: bytes, difficulty: int) -> None:
    number = sum(byte << 8 * place for place, byte in enumerate(seal))
    assert meets_difficulty(seal, difficulty) == (number <= (2**256 - 1) // difficulty)


def test_the_seals_are_hashed_as_declared() -> None:
    block, hotkey, coldkey, nonce = b"\1" * 32, b"\2" * 32, b"\3" * 32, 0x0102_0304_0506_0708
    little = bytes([8, 7, 6, 5, 4, 3, 2, 1])
    inner = hashlib.sha256(little + keccak_256(block + hotkey)).digest()
    assert classic_seal(block, hotkey, nonce) == keccak_256(inner)
    text = b"subtensor-pow-register-v1" + b"\x05\x01" + block + hotkey + coldkey + little
    bound = keccak_256(hashlib.sha256(text).digest())
    assert registration_seal(0x0105, block, hotkey, coldkey, nonce) == bound
