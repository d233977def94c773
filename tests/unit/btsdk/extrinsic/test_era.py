"""Eras: alive at the block they were made for, and dead exactly one period after their birth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import DecodeError, UsageError
from btsdk.extrinsic import Era
from btsdk.extrinsic.era import NEVER


@pytest.mark.parametrize(
    ("period", "current", "era", "encoded"),
    [
        (64, 42, Era(64, 42), "a502"),
        (32768, 20000, Era(32768, 20000), "4e9c"),
        (200, 513, Era(256, 1), "1700"),
        (2, 1, Era(4, 1), "1100"),
        (4, 5, Era(4, 1), "1100"),
        (1_000_000, 1_000_000, Era(65536, 16960), "4f42"),
    ],
)
def test_known_eras(period: int, current: int, era: Era, encoded: str) -> None:
    assert Era.mortal(period, current) == era
    assert era.encode().hex() == encoded
    assert Era.decode(bytes.fromhex(encoded)) == era


def test_the_immortal() -> None:
    era = Era.immortal()
    assert era.encode() == b"\0"
    assert Era.decode(b"\0") == era
    assert (era.birth(10**9), era.death(10**9)) == (0, NEVER)
    assert era.to_scale() == "Immortal"


@given(st.integers(1, 1 << 17), st.integers(0, 1 << 32), st.integers(0, 1 << 17))
def test_birth_and_death(period: int, current: int, later: int) -> None:
    era = Era.mortal(period, current)
    birth, death = era.birth(current), era.death(current)
    assert birth <= current < death
    assert death - birth == era.period
    assert current - birth < max((era.period or 0) >> 12, 1)
    assert Era.decode(era.encode()) == era
    assert Era.from_scale(era.to_scale()) == era
    if later < death - current:  # still alive: the same block is signed
        assert era.birth(current + later) == birth
    else:
        assert era.birth(current + later) > birth


@pytest.mark.parametrize("data", ["", "00a5", "a5", "a50200", "5100"])
def test_what_is_no_era(data: str) -> None:
    with pytest.raises(DecodeError):
        Era.decode(bytes.fromhex(data))


@pytest.mark.parametrize(("period", "current"), [(0, 5), (-1, 5), (64, -1)])
def test_what_no_era_can_be(period: int, current: int) -> None:
    with pytest.raises(UsageError):
        Era.mortal(period, current)
