"""The arrays against the plain definition: every bit, on random subnets and at the edges."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_node.runtime.arithmetic.fixed import I32F32
from local_node.runtime.arithmetic.transcendental import exp
from local_node.runtime.pallets.subtensor.epoch import vectors
from local_node.runtime.pallets.subtensor.epoch.fast_yuma import run_yuma_fast
from local_node.runtime.pallets.subtensor.epoch.math import ONE
from local_node.runtime.pallets.subtensor.epoch.yuma import EpochInput, Liquid, run_yuma

U16 = 65_535


def subnet(seed: int, size: int) -> EpochInput:
    """A random subnet: some without permit, some inactive, rows of any order and density."""
    rng = random.Random(seed)

    def rows(density: float) -> list[list[tuple[int, int]]]:
        found = []
        for _ in range(size):
            columns = [j for j in range(size) if rng.random() < density]
            rng.shuffle(columns)
            found.append([(j, rng.choice([0, 1, U16, rng.randrange(U16 + 1)])) for j in columns])
        return found

    parts = [rng.choice([0, 1, rng.randrange(10**12)]) for _ in range(size)]
    total = sum(parts) or 1
    stake = [((part << 64) // total) >> 32 for part in parts]
    low = rng.randrange(U16)
    liquid = Liquid(
        I32F32.div(I32F32.from_int(low), I32F32.from_int(U16)),
        I32F32.div(I32F32.from_int(rng.randrange(low, U16 + 1)), I32F32.from_int(U16)),
        I32F32.from_int(rng.choice([0, 1, 1000, -1000, 32767, rng.randrange(-32768, 32768)])),
    )
    return EpochInput(
        stake=stake,
        inactive=[rng.random() < 0.2 for _ in range(size)],
        forbidden=[rng.random() < 0.3 for _ in range(size)],
        max_validators=rng.randrange(1, size + 1),
        owner_uid=rng.choice([None, rng.randrange(size)]),
        weights=rows(rng.choice([0.0, 0.1, 0.7, 1.0])),
        bonds=rows(rng.choice([0.0, 0.3, 1.0])),
        kappa=rng.choice([0, ONE // 2, ONE, rng.randrange(ONE)]),
        bonds_penalty=rng.choice([0, ONE, rng.randrange(ONE)]),
        bonds_alpha=rng.choice([0, ONE // 10, ONE, rng.randrange(ONE)]),
        yuma3=rng.random() < 0.6,
        liquid=liquid if rng.random() < 0.7 else None,
    )


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 24))
def test_random_subnets(seed: int, size: int) -> None:
    epoch = subnet(seed, size)
    assert run_yuma_fast(epoch) == run_yuma(epoch)


def test_what_the_arrays_cannot_hold_is_left_to_the_definition() -> None:
    epoch = subnet(5, 12)
    for beyond in (
        epoch._replace(bonds_alpha=-3 * ONE),
        epoch._replace(weights=[[(1, 5), (1, 7), (0, 2)]] * 12),
    ):
        assert run_yuma_fast(beyond) == run_yuma(beyond)


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


@pytest.mark.slow
@pytest.mark.parametrize("liquid", [True, False])
def test_a_large_subnet(liquid: bool) -> None:
    epoch = subnet(11, 128)
    epoch = epoch._replace(
        weights=[[(j, (i * j) % U16) for j in range(128)] for i in range(128)],
        yuma3=True,
        liquid=epoch.liquid or Liquid(ONE // 10, ONE // 2, 1000 * ONE) if liquid else None,
    )
    assert run_yuma_fast(epoch) == run_yuma(epoch)
