"""Both forms of the seal, built here by hand from their definition, and the comparison."""

from __future__ import annotations

import hashlib

import pytest
from Crypto.Hash import keccak
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import UsageError
from btsdk.pow import ClassicForm, DomainSeparatedForm, meets
from btsdk.pow.seal import highest_seal

BLOCK_HASH, HOTKEY, COLDKEY = bytes(range(32)), b"\x11" * 32, b"\x22" * 32


def _keccak(data: bytes) -> bytes:
    return keccak.new(digest_bits=256, data=data).digest()


@given(nonce=st.integers(0, 2**64 - 1))
def test_classic(nonce: int) -> None:
    inner = nonce.to_bytes(8, "little") + _keccak(BLOCK_HASH + HOTKEY)
    expected = _keccak(hashlib.sha256(inner).digest())
    assert ClassicForm(HOTKEY).puzzle(BLOCK_HASH).seal(nonce) == expected


@given(nonce=st.integers(0, 2**64 - 1), netuid=st.integers(0, 65535))
def test_domain_separated(nonce: int, netuid: int) -> None:
    message = b"".join(
        [
            b"subtensor-pow-register-v1",
            netuid.to_bytes(2, "little"),
            BLOCK_HASH,
            HOTKEY,
            COLDKEY,
            nonce.to_bytes(8, "little"),
        ]
    )
    expected = _keccak(hashlib.sha256(message).digest())
    form = DomainSeparatedForm(netuid, HOTKEY, COLDKEY)
    assert form.puzzle(BLOCK_HASH).seal(nonce) == expected


@given(seal=st.binary(min_size=32, max_size=32), difficulty=st.integers(1, 2**256 - 1))
def test_comparison_is_the_overflow_of_the_chain(seal: bytes, difficulty: int) -> None:
    number = int.from_bytes(seal, "little")
    assert meets(seal, difficulty) == (number * difficulty < 2**256)
    assert meets(seal, difficulty) == (number <= highest_seal(difficulty))


def test_the_last_byte_weighs_most() -> None:
    assert meets(b"\xff" * 31 + b"\0", 256)
    assert not meets(b"\0" + b"\xff" * 31, 256)
    assert meets(bytes(32), 2**256 - 1)
    assert meets(b"\xff" * 32, 0)
    assert highest_seal(0) == 2**256 - 1


@given(difficulty=st.integers(1, 2**64))
def test_the_highest_seal_is_the_edge(difficulty: int) -> None:
    edge = highest_seal(difficulty)
    assert meets(edge.to_bytes(32, "little"), difficulty)
    if edge + 1 < 2**256:
        assert not meets((edge + 1).to_bytes(32, "little"), difficulty)


def test_what_is_no_account_netuid_or_hash() -> None:
    with pytest.raises(UsageError, match="account"):
        ClassicForm(b"short")
    with pytest.raises(UsageError, match="account"):
        DomainSeparatedForm(1, HOTKEY, b"short")
    with pytest.raises(UsageError, match="netuid"):
        DomainSeparatedForm(65536, HOTKEY, COLDKEY)
    with pytest.raises(UsageError, match="block hash"):
        ClassicForm(HOTKEY).puzzle(b"short")
