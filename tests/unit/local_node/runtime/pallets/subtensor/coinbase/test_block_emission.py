"""The halving curve: one TAO, then half each time half of what was left is out."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.coinbase.block_emission import (
    calculate_block_emission,
    emission_for_issuance,
    issue_block_emission,
)
from local_node.runtime.pallets.subtensor.coinbase.tao import MAX_TAO_ISSUANCE, recycle_credit
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import started_chain

TAO = 10**9
SUPPLY = 21_000_000 * TAO


@pytest.mark.parametrize("halvings", range(10))
def test_each_half_of_the_rest_halves_the_emission(halvings: int) -> None:
    # After k halvings 21 M * (1 - 2^-k) are out; the residual is cut to 32 binary places, so the
    # middle of each stretch and both its ends, a thousandth inside, are past all rounding.
    start = Fraction(SUPPLY) * (1 - Fraction(1, 2**halvings))
    length = Fraction(SUPPLY, 2 ** (halvings + 1))
    for part in (Fraction(1, 1000), Fraction(1, 2), Fraction(999, 1000)):
        assert emission_for_issuance(int(start + length * part)) == TAO >> halvings


def test_the_ends_of_the_curve() -> None:
    assert emission_for_issuance(0) == TAO
    assert emission_for_issuance(SUPPLY) == 0
    assert emission_for_issuance(SUPPLY + 1) == 0
    # The first halving falls where the quotient by the supply, cut to 2^-32, reaches a half.
    assert emission_for_issuance(SUPPLY // 2) == TAO // 2
    assert emission_for_issuance(SUPPLY // 2 - SUPPLY // 2**32 - 1) == TAO


def test_a_credit_is_issued_and_what_is_left_of_it_was_never() -> None:
    ctx = started_chain()
    issued = currency.total_issuance(ctx)
    credit = issue_block_emission(ctx)
    assert credit == TAO
    assert currency.total_issuance(ctx) == issued + TAO
    assert ctx.get(storage.TotalIssuance) == TAO
    recycle_credit(ctx, credit)
    assert currency.total_issuance(ctx) == issued
    assert ctx.get(storage.TotalIssuance) == 0


def test_no_more_than_the_maximum_is_issued() -> None:
    ctx = started_chain()
    currency.mint(ctx, b"\x55" * 32, MAX_TAO_ISSUANCE - currency.total_issuance(ctx) - 5)
    assert issue_block_emission(ctx) == 5
    assert issue_block_emission(ctx) == 0


def test_the_last_answer_is_kept() -> None:
    ctx = started_chain()
    ctx.set(storage.TotalIssuance, SUPPLY * 3 // 5)
    assert calculate_block_emission(ctx) == ctx.get(storage.BlockEmission) == TAO // 2
