"""The price of a registration: its fall and its rise, to the rao."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.subnets.registration import burn_price
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, go_to
from tests.unit.local_node.runtime.support import fresh_context

ONE = 1 << 32
U64F64_ONE = 1 << 64


def priced(price: int, half_life: int, lowest: int = 0, highest: int = 2**64 - 1, mult: int = 1):
    ctx = dev_context()
    ctx.put(storage.BurnHalfLife, 1, half_life)
    ctx.put(storage.BurnIncreaseMult, 1, mult * U64F64_ONE)
    ctx.put(storage.MinBurn, 1, lowest)
    ctx.put(storage.MaxBurn, 1, highest)
    ctx.put(storage.Burn, 1, price)
    return ctx


def step(ctx, blocks: int) -> int:
    for _ in range(blocks):
        go_to(ctx, ctx.block_number + 1)
        burn_price.decay_prices(ctx)
    return ctx.get(storage.Burn, 1)


@given(st.integers(1, 40_000))
def test_the_factor_is_the_largest_that_leaves_at_most_a_half(half_life: int) -> None:
    factor = burn_price.decay_factor(half_life)
    assert burn_price.pow_q32(factor, half_life) <= ONE // 2
    assert burn_price.pow_q32(factor + 1, half_life) > ONE // 2


@given(st.integers(0, ONE), st.integers(0, 60))
def test_powers_are_never_above_the_exact_one(base: int, exponent: int) -> None:
    exact = Fraction(base, ONE) ** exponent
    assert Fraction(burn_price.pow_q32(base, exponent), ONE) <= exact


def test_numbers_of_the_source() -> None:
    # test_burn_decay: doubled by a registration, then one block of a half-life of 1,000.
    assert step(priced(2_000, 1_000), 1) == 1_998
    # test_burn_halves_every_half_life
    ctx = priced(1_024, 2)
    assert step(ctx, 2) == 511
    assert step(ctx, 2) == 255
    # test_burn_min_and_max_clamps_prevent_zero_stuck_and_cap_bump
    ctx = priced(1, 1, 100_000, 150_000, mult=2)
    assert step(ctx, 1) == 100_000
    burn_price.bump_price(ctx, 1)
    assert ctx.get(storage.Burn, 1) == 150_000
    assert step(ctx, 1) == 100_000
    assert step(ctx, 1) == 100_000


def test_the_default_bump_is_26_percent_cut_to_the_rao() -> None:
    ctx = dev_context()
    stored = ctx.get(storage.BurnIncreaseMult, 1)
    ctx.put(storage.Burn, 1, 100_000_000)
    burn_price.bump_price(ctx, 1)
    assert (
        ctx.get(storage.Burn, 1) == 100_000_000 * Fraction(stored, U64F64_ONE) // 1 == 125_999_999
    )


def test_a_price_does_not_fall_in_the_first_block() -> None:
    ctx = priced(1_000_000, 1)
    go_to(ctx, 0)
    assert step(ctx, 1) == 1_000_000
    assert step(ctx, 1) == 500_000


def test_root_has_no_bump() -> None:
    ctx = dev_context()
    before = ctx.get(storage.Burn, 0)
    burn_price.bump_price(ctx, 0)
    assert ctx.get(storage.Burn, 0) == before


def test_each_block_counts_registrations_anew() -> None:
    ctx = dev_context()
    ctx.put(storage.RegistrationsThisBlock, 1, 3)
    step(ctx, 1)
    assert ctx.get(storage.RegistrationsThisBlock, 1) == 0


@pytest.mark.parametrize(("chain", "left"), [("dev", 0), ("fast", 5)])
def test_only_proof_of_work_has_intervals(chain: str, left: int) -> None:
    ctx = fresh_context(chain)
    ctx.put(storage.RegistrationsThisInterval, 1, 5)
    go_to(ctx, ctx.get(storage.AdjustmentInterval, 1))
    burn_price.decay_prices(ctx)
    assert ctx.get(storage.RegistrationsThisInterval, 1) == left
