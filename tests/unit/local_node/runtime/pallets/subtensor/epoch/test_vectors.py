"""The arrays of an epoch, number by number."""

from __future__ import annotations

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from local_node.runtime.arithmetic.fixed import I32F32
from local_node.runtime.arithmetic.transcendental import exp
from local_node.runtime.pallets.subtensor.epoch import vectors
from local_node.runtime.pallets.subtensor.epoch.math import ONE


def test_products_and_quotients() -> None:
    rng = random.Random(7)
    a = [rng.randrange(-(2**33), 2**33) for _ in range(500)]
    b = [rng.randrange(-(2**45), 2**45) for _ in range(500)]
    assert vectors.mul(vectors.ints(a), vectors.ints(b)).tolist() == [
        x * y >> 32 for x, y in zip(a, b, strict=True)
    ]
    x = [rng.randrange(2**44) for _ in range(500)] + [ONE, 0, 7]
    y = [rng.randrange(1, 2**44) for _ in range(500)] + [ONE, 5, 0]
    expected = [p if q == 0 else (p << 32) // q for p, q in zip(x, y, strict=True)]
    small = [value if value < 2**47 else 0 for value in expected]
    found = vectors.div(vectors.ints(x), vectors.ints(y)).tolist()
    assert [f if e < 2**47 else 0 for f, e in zip(found, expected, strict=True)] == small
    d = [rng.randrange(2**32, 2**61) for _ in range(2000)] + [2**32, 2**61, 2**32 + 1, 3 * 2**32]
    assert vectors.reciprocal(vectors.ints(d)).tolist() == [2**64 // value for value in d]


@given(st.lists(st.integers(-25 * ONE, 25 * ONE), min_size=1, max_size=30))
def test_exponentials(numbers: list[int]) -> None:
    numbers = [*numbers, 0, ONE, -ONE, 20 * ONE, -20 * ONE]
    expected = [exp(I32F32, max(-20 * ONE, min(n, 20 * ONE))) for n in numbers]
    assert vectors.exp_bounded(vectors.ints(numbers)).tolist() == expected


def test_rows_come_back_as_they_were() -> None:
    rows: list[list[tuple[int, int]]] = [[(2, 5), (0, 1)], [], [(1, 9)], []]
    assert vectors.by_rows(vectors.sparse(rows)) == rows
    assert vectors.sparse([[], []]).values.dtype == np.int64
