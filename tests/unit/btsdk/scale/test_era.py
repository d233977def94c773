"""The wire form of eras, on known bytes and over all of them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from btsdk.errors import DecodeError
from btsdk.scale.era import encode_era, read_era
from tests.unit.btsdk.scale.drawing import eras


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        ("Immortal", "00"),
        (("Mortal", (4, 0)), "0100"),
        (("Mortal", (64, 42)), "a502"),
        (("Mortal", (32768, 20000)), "4e9c"),
        (("Mortal", (65536, 65520)), "ffff"),
    ],
)
def test_known_eras(value: Any, encoded: str) -> None:
    assert encode_era(value).hex() == encoded
    assert read_era(bytes.fromhex(encoded), 0) == (value, len(encoded) // 2)


@given(eras())
def test_what_is_written_is_read(value: Any) -> None:
    encoded = encode_era(value)
    assert read_era(b"\xff" + encoded, 1) == (value, 1 + len(encoded))


def test_every_pair_of_bytes_is_an_era_or_refused() -> None:
    for number in range(1 << 16):
        data = number.to_bytes(2, "little")
        try:
            value, end = read_era(data, 0)
        except DecodeError:
            continue
        assert encode_era(value) == data[:end]
