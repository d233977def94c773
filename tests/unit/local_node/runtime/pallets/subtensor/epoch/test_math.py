"""Vectors and matrices in fixed point, by hand."""

from __future__ import annotations

import pytest

from local_node.runtime.pallets.subtensor.epoch import math
from local_node.runtime.pallets.subtensor.epoch.math import ONE

HALF = ONE // 2


def test_a_vector_is_divided_by_its_sum() -> None:
    assert math.normalized([ONE, 3 * ONE]) == [ONE // 4, 3 * ONE // 4]
    assert math.normalized([0, 0]) == [0, 0]
    assert math.divided([ONE, 2], 0) == [ONE, 2]


def test_a_mask_that_is_too_short_drops_the_rest() -> None:
    assert math.masked([1, 2, 3], [False, True]) == [1, 0, 0]


@pytest.mark.parametrize(
    ("count", "chosen"),
    [(0, [False] * 4), (1, [False, False, True, False]), (2, [False, True, True, False]),
     (4, [True, True, True, False]), (9, [True, True, True, False])],
)  # fmt: skip
def test_of_equals_the_later_ones_are_chosen_and_zeros_never(
    count: int, chosen: list[bool]
) -> None:
    assert math.top_nonzero([5, 5, 7, 0], count) == chosen


def test_rows_and_columns() -> None:
    matrix = [[(0, ONE), (2, ONE)], [], [(2, 3 * ONE)]]
    assert math.row_sums(matrix) == [2 * ONE, 0, 3 * ONE]
    assert math.column_sums(matrix, 3) == [ONE, 0, 4 * ONE]
    assert math.column_maxima(matrix, 3) == [ONE, 0, 3 * ONE]
    assert math.row_normalized(matrix) == [[(0, HALF), (2, HALF)], [], [(2, ONE)]]
    assert math.columns_weighted(matrix, [ONE, ONE, HALF], 3) == [ONE, 0, 5 * ONE // 2]
    assert math.rows_weighted(matrix, [ONE, 0, HALF]) == [3 * HALF, 0, 3 * HALF]
    assert math.columns_scaled(matrix, [HALF, ONE, 0]) == [[(0, HALF)], [], []]
    assert math.rows_scaled(matrix, [HALF, ONE, 0]) == [[(0, HALF), (2, HALF)], [], [(2, 0)]]
    assert math.column_divided(matrix, [2 * ONE, 0, 0])[0] == [(0, HALF), (2, ONE)]


def test_a_limit_of_zero_drops_what_is_above_it() -> None:
    assert math.clipped([[(0, 5), (1, 5), (2, 0)]], [3, 0, 0]) == [[(0, 3), (2, 0)]]


def test_between_two_matrices() -> None:
    a, b = [[(0, ONE)]], [[(1, ONE)]]
    assert math.interpolated(a, b, 2, 0) == a
    assert math.interpolated(a, b, 2, ONE) == b
    assert math.interpolated(a, b, 2, HALF) == [[(0, HALF), (1, HALF)]]


def test_a_merge_meets_what_is_greater_than_all_before() -> None:
    assert math.in_ascending_order([(1, 5), (3, 6), (2, 7), (3, 8), (4, 9)]) == {1: 5, 3: 6, 4: 9}


def test_exponentials_are_bounded() -> None:
    assert math.exp_bounded(0) == ONE
    assert math.exp_bounded(50 * ONE) == math.exp_bounded(20 * ONE)
    assert math.exp_bounded(-50 * ONE) == math.exp_bounded(-20 * ONE) < 20
    assert math.to_u16(ONE) == 65_535
    assert math.to_u16(HALF) == 32_767
