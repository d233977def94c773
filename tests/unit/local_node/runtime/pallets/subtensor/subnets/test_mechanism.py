"""Mechanisms: where their state lies, and how emission is split between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.subnets.mechanism import (
    netuid_of,
    set_mechanism_count,
    split_emission,
    storage_index,
)
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context


@given(st.integers(0, 4_095), st.integers(0, 15))
def test_an_index_tells_its_subnet(netuid: int, mechanism: int) -> None:
    index = storage_index(netuid, mechanism)
    assert (netuid_of(index), index // 4_096) == (netuid, mechanism)


@pytest.mark.parametrize(
    ("split", "shares"),
    [
        (None, [334, 333, 333]),
        # 13,107 of 65,535 are a fifth.
        ([13_107, 52_428], [200, 800, 0]),
        ([1, 65_534], [1, 999, 0]),
        ([0, 0, 65_535], [0, 0, 1_000]),
    ],
)
def test_a_split_adds_up(split: list[int] | None, shares: list[int]) -> None:
    ctx = dev_context()
    ctx.put(storage.MechanismCountCurrent, 1, 3)
    if split is not None:
        ctx.put(storage.MechanismEmissionSplit, 1, split)
    assert split_emission(ctx, 1, 1_000) == shares


def test_fewer_mechanisms_forget_the_state_of_the_others() -> None:
    ctx = dev_context()
    ctx.put(storage.MechanismCountCurrent, 1, 2)
    ctx.put(storage.MaxAllowedUids, 1, 64)
    for index in (1, 4_097):
        ctx.put(storage.Weights, (index, 0), [(0, 1)])
        ctx.put(storage.Incentive, index, [1])
    set_mechanism_count(ctx, 1, 1)
    assert ctx.get(storage.Weights, (1, 0)) == [(0, 1)]
    assert ctx.get(storage.Weights, (4_097, 0)) == []
    assert not ctx.contains(storage.Incentive, 4_097)
