"""Weights: two dimensions that are counted apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from local_node.runtime.frame.weight import U64_MAX, ZERO, Weight, db

weights = st.builds(Weight, st.integers(0, U64_MAX), st.integers(0, U64_MAX))


@given(weights, weights)
def test_sums_saturate_in_each_dimension(one: Weight, other: Weight) -> None:
    found = one.plus(other)
    assert found == other.plus(one)
    for part, a, b in zip(found, one, other, strict=True):
        assert part == (a + b if a + b <= U64_MAX else U64_MAX)


@given(weights, weights)
def test_differences_end_at_zero(one: Weight, other: Weight) -> None:
    lowest = one.lowest(other)
    # What both have in common is what is left of one without what it has more.
    assert one.minus(one.minus(other)) == lowest
    assert not lowest.exceeds(one)
    assert not lowest.exceeds(other)


def test_one_dimension_is_enough_to_exceed() -> None:
    limit = Weight(10, 10)
    assert Weight(11, 0).exceeds(limit)
    assert Weight(0, 11).exceeds(limit)
    assert not limit.exceeds(limit)


def test_database_accesses() -> None:
    assert db(reads=2, writes=3) == Weight(2 * 25_000_000 + 3 * 100_000_000, 0)
    assert db() == ZERO
    assert Weight(3, 4).value() == {"ref_time": 3, "proof_size": 4}
