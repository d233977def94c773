"""Compact integers: known bytes, the shortest form only, and every boundary."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from btsdk.errors import DecodeError, EncodeError
from btsdk.scale.primitives import COMPACT_MAX, compact_encode, compact_read, compacts_read
from tests.unit.btsdk.scale.plain import outcome


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        (0, "00"),
        (1, "04"),
        (63, "fc"),
        (64, "0101"),
        (16383, "fdff"),
        (16384, "02000100"),
        ((1 << 30) - 1, "feffffff"),
        (1 << 30, "0300000040"),
        ((1 << 32) - 1, "03ffffffff"),
        (1 << 32, "070000000001"),
        ((1 << 64) - 1, "13ffffffffffffffff"),
    ],
)
def test_known_values(value: int, encoded: str) -> None:
    assert compact_encode(value).hex() == encoded
    assert compact_read(bytes.fromhex(encoded), 0) == (value, len(encoded) // 2)


@given(st.integers(0, COMPACT_MAX), st.binary(max_size=3), st.binary(max_size=3))
def test_what_is_written_is_read(value: int, before: bytes, behind: bytes) -> None:
    data = before + compact_encode(value) + behind
    assert compact_read(data, len(before)) == (value, len(data) - len(behind))


@pytest.mark.parametrize("value", [-1, COMPACT_MAX + 1])
def test_what_has_no_form_is_refused(value: int) -> None:
    with pytest.raises(EncodeError):
        compact_encode(value)


@pytest.mark.parametrize(
    "data", ["0100", "fd00", "02000000", "fe000000", "0300000000", "070000004000", "ff" + "00" * 67]
)
def test_longer_forms_are_refused(data: str) -> None:
    with pytest.raises(DecodeError, match="shortest"):
        compact_read(bytes.fromhex(data), 0)


@pytest.mark.parametrize("data", ["", "01", "020000", "03000000", "0f000000000000", "ff"])
def test_truncated_input_is_refused(data: str) -> None:
    with pytest.raises(DecodeError, match="ends"):
        compact_read(bytes.fromhex(data), 0)


def test_a_limit_is_kept() -> None:
    assert compact_read(compact_encode(255), 0, 255)[0] == 255
    with pytest.raises(DecodeError, match="above 255"):
        compact_read(compact_encode(256), 0, 255)


NUMBERS = st.one_of(st.integers(0, 70), st.integers(0, 1 << 20), st.integers(0, 1 << 70))
COLUMNS = st.lists(NUMBERS, max_size=12).map(lambda n: b"".join(map(compact_encode, n)))
DAMAGED = st.lists(st.sampled_from(range(256)) | st.integers(0, 8), max_size=12).map(bytes)


@settings(max_examples=400, deadline=None)
@given(COLUMNS | DAMAGED, st.integers(0, 12), st.sampled_from([63, 255, 65535, COMPACT_MAX]))
def test_many_are_read_as_one_after_another(data: bytes, count: int, limit: int) -> None:
    def one_by_one() -> tuple[list[int], int]:
        found, offset = [], 1
        for _ in range(count):
            value, offset = compact_read(b"\xff" + data, offset, limit)
            found.append(value)
        return found, offset

    read = outcome(lambda: compacts_read(b"\xff" + data, 1, count, limit))
    assert repr(read) == repr(outcome(one_by_one))


@pytest.mark.parametrize("numbers", [[], [0] * 9, [63] * 9, [64] * 9, [0, 1 << 14, 1 << 30, 5]])
def test_columns_are_read(numbers: list[int]) -> None:
    data = b"".join(map(compact_encode, numbers))
    assert compacts_read(data + b"\0", 0, len(numbers), COMPACT_MAX) == (numbers, len(data))
