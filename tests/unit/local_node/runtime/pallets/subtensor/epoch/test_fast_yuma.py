"""The arrays against the plain definition: every bit, on random subnets and at the edges."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_node.runtime.arithmetic.fixed import I32F32
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
