"""A row of weights: scaling and refusals."""

from __future__ import annotations

from fractions import Fraction
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import UsageError
from btsdk.ops import CommitTimelockedWeights, CommitWeights, SetWeights
from btsdk.ops.weight_row import scaled


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=20).filter(any))
def test_the_greatest_weight_fills_the_scale(weights: list[float]) -> None:
    row = scaled(range(len(weights)), weights)
    assert max(row.values) == 65_535
    assert min(row.values) > 0
    exact = {
        uid: Fraction(weight) / Fraction(max(weights)) * 65_535
        for uid, weight in enumerate(weights)
    }
    for uid, value in zip(row.uids, row.values, strict=True):
        assert abs(value - exact[uid]) <= Fraction(1, 2) + Fraction(1, 10**6)
    for uid in set(exact) - set(row.uids):
        assert exact[uid] <= Fraction(1, 2)


@given(st.lists(st.integers(1, 65_535), max_size=20))
def test_a_row_of_the_chain_stays_as_it_is(values: list[int]) -> None:
    full = [*values, 65_535]
    assert scaled(range(len(full)), full).values == tuple(full)


@pytest.mark.parametrize("operation", [SetWeights, CommitTimelockedWeights, CommitWeights])
@pytest.mark.parametrize(
    ("netuid", "uids", "weights"),
    [
        (0, [0], [1]),
        (1, [0, 1], [1]),
        (1, [0, 0], [1, 1]),
        (1, [-1], [1]),
        (1, [70_000], [1]),
        (1, [0], [-1]),
        (1, [0], [nan]),
        (1, [0], [inf]),
        (1, [0, 1], [0, 0]),
        (1, [], []),
        (70_000, [0], [1]),
    ],
)
def test_what_no_subnet_takes(
    operation: type[SetWeights], netuid: int, uids: list[int], weights: list[float]
) -> None:
    with pytest.raises(UsageError):
        operation(netuid, uids, weights)


def test_no_such_mechanism() -> None:
    with pytest.raises(UsageError, match="mechanism"):
        SetWeights(1, [0], [1], mechanism=16)
