"""Bit sequences in all stores and both orders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.scale.bits import encode_bits, read_bits


@pytest.mark.parametrize(
    ("store", "highest_first", "encoded"),
    [
        (1, False, "280b02"),
        (1, True, "28d040"),
        (2, False, "280b02"),
        (2, True, "2840d0"),
        (4, True, "28000040d0"),
        (8, False, "280b02000000000000"),
    ],
)
def test_known_bytes(store: int, highest_first: bool, encoded: str) -> None:
    bits = (True, True, False, True, False, False, False, False, False, True)
    assert encode_bits(bits, store, highest_first).hex() == encoded
    assert read_bits(bytes.fromhex(encoded), 0, store, highest_first)[0] == bits


@given(st.lists(st.booleans(), max_size=200), st.sampled_from([1, 2, 4, 8]), st.booleans())
def test_what_is_written_is_read(bits: list[bool], store: int, highest_first: bool) -> None:
    data = encode_bits(bits, store, highest_first)
    assert read_bits(data, 0, store, highest_first) == (tuple(bits), len(data))
