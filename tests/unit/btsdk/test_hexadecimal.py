"""Bytes as hex text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.hexadecimal import from_hex


@given(st.binary())
def test_with_and_without_a_prefix(data: bytes) -> None:
    assert from_hex(data.hex()) == from_hex("0x" + data.hex()) == data


@pytest.mark.parametrize("text", ["0x0", "0xzz", "0x0x00", "word", None, 5, b"00", ["00"]])
def test_anything_else_is_a_value_error(text: Any) -> None:
    with pytest.raises(ValueError, match="hex"):
        from_hex(text)
