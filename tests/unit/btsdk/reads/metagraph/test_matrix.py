"""Sparse rows and dense matrices."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from btsdk.reads.metagraph import Matrix

SIZES = st.integers(0, 12)


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    size = draw(SIZES)
    uids = st.integers(0, 14)  # some are beyond the size
    row = st.dictionaries(uids, st.integers(0, 65_535), max_size=14)
    return Matrix(size, draw(st.dictionaries(uids, row, max_size=14)))


@given(matrices())
def test_dense_has_every_entry_within_the_size(matrix: Matrix) -> None:
    dense = matrix.dense()
    assert dense.shape == (matrix.size, matrix.size)
    expected = [
        [matrix[giving].get(receiving, 0) for receiving in range(matrix.size)]
        for giving in range(matrix.size)
    ]
    assert dense.tolist() == expected


@given(matrices())
def test_rows_are_normalized_to_one(matrix: Matrix) -> None:
    sums = matrix.normalized().sum(axis=1)
    wanted = (matrix.dense().sum(axis=1) > 0).astype(float)
    assert np.allclose(sums, wanted)


def test_a_row_that_is_not_stored_is_empty() -> None:
    matrix = Matrix(3, {1: {2: 5}})
    assert (matrix[0], matrix[1]) == ({}, {2: 5})
