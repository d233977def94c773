"""Shares and takes: exact, and never a float."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import UsageError
from btsdk.ops.shares import parts_of, percent, share_of

ALL = 2**64 - 1


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("25%", Fraction(1, 4)),
        ("25 %", Fraction(1, 4)),
        ("0.25", Fraction(1, 4)),
        (".25", Fraction(1, 4)),
        ("1/4", Fraction(1, 4)),
        ("1/3", Fraction(1, 3)),
        ("33.3%", Fraction(333, 1000)),
        ("100%", Fraction(1)),
        ("1", Fraction(1)),
        ("0", Fraction(0)),
        (Fraction(2, 7), Fraction(2, 7)),
    ],
)
def test_what_is_a_share(text: Any, share: Fraction) -> None:
    assert share_of(text, "it") == share


@pytest.mark.parametrize(
    "value", ["", "%", "-1%", "1e-1", "101%", "3/2", "1/0", "nan", "1/4%", "1.", 1, 0.5, None, True]
)
def test_what_is_no_share(value: Any) -> None:
    with pytest.raises(UsageError):
        share_of(value, "it")


@given(st.integers(0, ALL))
def test_parts_of_the_chain_survive(parts: int) -> None:
    assert parts_of(Fraction(parts, ALL), ALL) == parts


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=5))
def test_shares_of_one_whole_do_not_exceed_it(weights: list[int]) -> None:
    shares = [Fraction(weight, sum(weights)) for weight in weights]
    assert ALL - len(weights) <= sum(parts_of(share, ALL) for share in shares) <= ALL


def test_in_percent() -> None:
    assert percent(Fraction(18, 100)) == "18 %"
    assert percent(Fraction(1, 3)) == "33.3333 %"
    assert percent(Fraction(parts_of(Fraction(1, 4), 2**64 - 1), 2**64 - 1)) == "25 %"
    assert percent(Fraction(0)) == "0 %"
    assert percent(Fraction(1, 10**9)) == "0 %"
