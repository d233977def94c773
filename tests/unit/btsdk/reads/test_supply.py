"""The supply of TAO, against the chain's own arithmetic."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from btsdk import Tao, UsageError
from btsdk.reads.supply import (
    HALVINGS,
    MAXIMUM,
    Supply,
    emission_at,
    halvings_at,
    threshold,
)
from btsdk.storage import balances, subtensor
from local_node import LocalChain
from local_node.runtime.pallets.subtensor.coinbase.block_emission import emission_for_issuance

TAO = 10**9
NOTHING = Tao.from_rao(0)


@given(st.integers(0, MAXIMUM.rao + TAO))
@example(MAXIMUM.rao)
@example(MAXIMUM.rao - 1)
def test_the_emission_is_the_chains(issuance: int) -> None:
    assert emission_at(issuance) == emission_for_issuance(issuance)


@given(st.integers(1, 29), st.integers(-3, 3))
def test_the_chain_halves_at_the_threshold(number: int, beside: int) -> None:
    issuance = threshold(number) + beside
    assert emission_at(issuance) == emission_for_issuance(issuance)
    assert emission_at(threshold(number) - 1) == TAO >> (number - 1)
    assert emission_at(threshold(number)) == TAO >> number


def at(issuance: int, block: int = 100) -> Supply:
    amount = Tao.from_rao(emission_at(issuance))
    return Supply(block, Tao.from_rao(issuance), NOTHING, NOTHING, amount)


@given(st.integers(0, 9_000), st.integers(0, 9_000))
def test_a_halving_comes_with_the_block_that_is_foretold(below: int, rest: int) -> None:
    issuance = threshold(1) - below * TAO - rest
    found = at(issuance).next_halving
    assert found is not None
    block = 100
    while emission_at(issuance) == TAO:
        issuance += TAO
        block += 1
    assert block + 1 == found.block or found.number == 2
    assert found.emission.rao == emission_at(found.issuance.rao)


def test_the_whole_schedule() -> None:
    found = at(0, block=0).halvings()
    assert [halving.number for halving in found] == list(range(1, HALVINGS + 1))
    assert found[0].issuance == Tao.parse("10500000")
    assert found[0].block == 10_500_001
    assert found[1].issuance == Tao.parse("15750000")
    assert found[1].block == 21_000_001
    assert found[-1].emission == NOTHING
    assert [halving.block for halving in found] == sorted(halving.block for halving in found)
    later = at(threshold(3)).halvings(2)
    assert [halving.number for halving in later] == [4, 5]
    assert at(0).halvings(0) == ()
    with pytest.raises(UsageError, match="count must be"):
        at(0).halvings(-1)


def test_the_end() -> None:
    end = at(MAXIMUM.rao + 5)
    assert (end.next_halving, end.block_emission, end.remaining) == (None, NOTHING, NOTHING)
    assert halvings_at(MAXIMUM.rao) == HALVINGS
    assert end.maximum == MAXIMUM


def test_a_chain(chain: LocalChain) -> None:
    view = chain.client.head()
    found = view.supply()
    assert found.issuance.rao == view.storage(subtensor.TotalIssuance)
    assert found.accounts.rao == view.storage(balances.TotalIssuance)
    assert found.staked.rao == view.storage(subtensor.TotalStake)
    assert found.remaining == found.maximum - found.issuance
    chain.advance(1)
    after = chain.client.head().supply()
    assert found.block_emission == Tao.from_rao(TAO)
    dust = Tao.from_rao(10)  # what the chain's roundings leave of an emission is not issued
    assert found.block_emission - dust <= after.issuance - found.issuance <= found.block_emission
    issued = {"TotalIssuance": 15_750_000 * TAO}
    chain.control.set_storage({"SubtensorModule": issued})
    before = chain.client.head().supply()
    chain.advance(1)
    issued_now = chain.client.head().supply().issuance - before.issuance
    assert before.block_emission - dust <= issued_now <= before.block_emission
    assert before.block_emission == Tao.from_rao(TAO // 4)
