"""The runtime's answers about extrinsics, and the version, from bytes written by hand."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import DecodeError
from local_node.chain.errors import PoolError, ValidityError, refused
from local_node.chain.validity import PoolValidity, decode_applied, decode_validity
from local_node.runtime.version import AURA_API, RuntimeVersion, api_id


def test_a_valid_transaction_field_by_field() -> None:
    data = bytes.fromhex(
        "00"
        + "0500000000000000"
        + "04"
        + "08aabb"
        + "08"
        + "04cc"
        + "00"
        + "4000000000000000"
        + "01"
    )
    assert decode_validity(data) == PoolValidity(5, (b"\xaa\xbb",), (b"\xcc", b""), 64, True)


@pytest.mark.parametrize(
    ("encoded", "code", "text"),
    [
        ("010000", 1010, "Transaction call is not expected"),
        ("010001", 1010, "Inability to pay some fees (e.g. account balance too low)"),
        ("010002", 1010, "Transaction will be valid in the future"),
        ("010003", 1010, "Transaction is outdated"),
        ("010004", 1010, "Transaction has a bad signature"),
        ("010005", 1010, "Transaction has an ancient birth block"),
        ("010006", 1010, "Transaction would exhaust the block limits"),
        ("01000717", 1010, "Custom error: 23"),
        ("010008", 1010, "A call was labelled as mandatory, but resulted in an Error."),
        ("01000a", 1010, "Invalid signing address"),
        ("010100", 1011, "CannotLookup"),
        ("010101", 1011, "NoUnsignedValidator"),
        ("01010203", 1011, "Custom(3)"),
    ],
)
def test_refusals_have_their_code_and_words(encoded: str, code: int, text: str) -> None:
    error = decode_validity(bytes.fromhex(encoded))
    assert isinstance(error, ValidityError)
    assert decode_applied(bytes.fromhex(encoded)) == error
    answer = refused(error)
    assert isinstance(answer, PoolError)
    assert (answer.code, answer.data) == (code, text)


def test_what_was_dispatched_is_in_the_block_whatever_came_of_it() -> None:
    assert decode_applied(b"\x00\x00") is None
    assert decode_applied(b"\x00\x01\x03\x07\x01\x00\x00\x00") is None


@given(st.binary(max_size=60))
def test_noise_raises_nothing_else(data: bytes) -> None:
    for decode in (decode_validity, decode_applied, RuntimeVersion.decode):
        with contextlib.suppress(DecodeError):
            decode(data)


def test_a_version_field_by_field() -> None:
    aura = bytes.fromhex("dd718d5cc53262d4")  # as the metadata of Substrate chains lists AuraApi
    data = (
        b"\x14alpha\x10beta"
        + bytes.fromhex("01000000" + "a9010000" + "02000000" + "04")
        + aura
        + bytes.fromhex("01000000" + "03000000" + "01")
    )
    version = RuntimeVersion.decode(data)
    assert version == RuntimeVersion("alpha", "beta", 1, 425, 2, ((aura, 1),), 3, 1)
    assert version.declares(AURA_API)
    assert not version.declares(api_id("Core"))
