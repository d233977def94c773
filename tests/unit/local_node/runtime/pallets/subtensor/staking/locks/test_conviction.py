"""Locks over time against the differential equations that they solve."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_node.runtime.pallets.subtensor.staking.locks.conviction import (
    LockState,
    Rates,
    exp_decay,
    roll_forward,
    roll_loss,
)

ONE = 2**64
MASS = 10**12


@given(st.integers(0, 10**7), st.integers(1, 10**6))
def test_decay_is_exponential_and_cut_at_forty(elapsed: int, tau: int) -> None:
    ratio = min(elapsed / tau, 40)
    # Sixty-two terms of the series; the inverse of a great power is the less exact one.
    assert exp_decay(elapsed, tau) / ONE == pytest.approx(math.exp(-ratio), rel=1e-6, abs=1e-15)


def test_without_a_time_constant_all_is_gone_at_once() -> None:
    assert exp_decay(0, 0) == ONE
    assert exp_decay(1, 0) == 0


@given(st.integers(1, 5 * 10**6))
def test_a_perpetual_lock_keeps_its_mass_and_gains_conviction(elapsed: int) -> None:
    rates = Rates(934_866, 934_866)
    lock = roll_forward(LockState(MASS, 0, 0), elapsed, rates, owner=False, perpetual=True)
    assert lock.locked_mass == MASS
    expected = MASS * (1 - math.exp(-elapsed / rates.maturity))
    assert lock.conviction / ONE == pytest.approx(expected, rel=1e-5, abs=1)


@given(st.integers(1, 5 * 10**6), st.sampled_from([(934_866, 934_866), (900_000, 300_000)]))
def test_a_decaying_lock_loses_mass_while_conviction_follows(
    elapsed: int, taus: tuple[int, int]
) -> None:
    rates = Rates(*taus)
    lock = roll_forward(LockState(MASS, 0, 0), elapsed, rates, owner=False, perpetual=False)
    u, m = rates
    mass = MASS * math.exp(-elapsed / u)
    assert lock.locked_mass == pytest.approx(mass, rel=1e-6, abs=100)
    if u == m:
        conviction = MASS * elapsed / m * math.exp(-elapsed / m)
    else:
        decayed = math.exp(-elapsed / u) - math.exp(-elapsed / m)
        conviction = MASS * u / (u - m) * decayed
    assert lock.conviction / ONE == pytest.approx(conviction, rel=1e-5, abs=200)


def test_a_lock_to_the_owner_has_full_conviction() -> None:
    lock = roll_forward(LockState(MASS, 0, 5), 5, Rates(10, 10), owner=True, perpetual=True)
    assert lock.conviction == MASS * ONE


def test_dust_is_swept() -> None:
    rates = Rates(10, 10)
    lock = roll_forward(LockState(99, 99 * ONE, 5), 5, rates, owner=False, perpetual=True)
    assert lock == (0, 0, 5)
    kept = roll_forward(LockState(100, 0, 5), 5, rates, owner=False, perpetual=True)
    assert kept == (100, 0, 5)
    assert roll_loss(LockState(7, 9, 0), LockState(2, 20, 1)) == (5, 0)
