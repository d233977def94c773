"""What generated functions look up, and how they refuse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from btsdk.errors import DecodeError
from btsdk.scale import decode_errors
from btsdk.scale.decode_errors import Names, VariantReaders, char, slices


def test_names_are_looked_up_by_their_byte() -> None:
    names = Names("colour", {0: "Red", 7: "Green"})
    assert names[7] == "Green"
    with pytest.raises(DecodeError, match="1 is not the index of any colour"):
        names[1]
    assert set(names) == {0, 7}


def test_the_reader_of_a_case_is_made_when_it_is_first_met() -> None:
    made: list[int] = []

    def make(index: int) -> Callable[..., Any] | None:
        made.append(index)
        return (lambda: index) if index < 2 else None

    readers = VariantReaders("Shape", make)
    assert made == []
    assert readers[1] is readers[1]
    assert made == [1]
    for _ in range(2):
        with pytest.raises(DecodeError, match="5 is not the index of any Shape"):
            readers[5]
    assert list(readers) == [1]


@pytest.mark.parametrize(
    ("refuse", "words"),
    [
        (lambda: decode_errors.short(3), "the input ends inside a value (at byte 3)"),
        (lambda: decode_errors.too_many(9, 3), "9 values without bytes are not plausible"),
        (lambda: decode_errors.bad_option(3), "an option starts with neither 0 nor 1 (at byte 3)"),
        (lambda: decode_errors.too_deep(3), "values are nested more than 256 deep (at byte 3)"),
    ],
)
def test_the_offset_is_told(refuse: Callable[[], Any], words: str) -> None:
    with pytest.raises(DecodeError) as caught:
        refuse()
    assert caught.value.offset == 3
    assert str(caught.value).startswith(words)


@pytest.mark.parametrize("code", [0xD800, 0xDFFF, 0x110000])
def test_a_character_is_a_scalar_value(code: int) -> None:
    assert [char(one) for one in (0x41, 0xD7FF, 0xE000, 0x10FFFF)] == [
        "A", "\ud7ff", "\ue000", "\U0010ffff",
    ]  # fmt: skip
    with pytest.raises(DecodeError, match=f"{code:#x} is not"):
        char(code)


def test_slices_of_one_length() -> None:
    assert slices(b"-aabbcc-", 1, 7, 2) == [b"aa", b"bb", b"cc"]
    assert slices(b"", 0, 0, 2) == []
