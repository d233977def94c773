"""The index of root stakers, and claims that nobody asked for."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.staking.root_claims.claim_index import (
    add_to_index,
    picked_indices,
    remove_from_index,
    run_auto_claims,
    walk_root_stakers,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    OTHER,
    started_chain,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.root_claims.owing import (
    DIVIDEND,
    due,
    owing_chain,
)


def test_the_index_stays_dense() -> None:
    ctx = started_chain()
    keys = [bytes([n]) * 32 for n in range(1, 6)]
    for key in keys:
        add_to_index(ctx, key)
    remove_from_index(ctx, keys[1])
    remove_from_index(ctx, keys[4])
    remove_from_index(ctx, keys[4])
    assert ctx.get(storage.NumStakingColdkeys) == 3
    by_index = [ctx.get(storage.StakingColdkeysByIndex, n) for n in range(4)]
    assert by_index[3] is None
    assert {key: ctx.get(storage.StakingColdkeys, key) for key in by_index[:3] if key} == {
        key: n for n, key in enumerate(by_index[:3]) if key
    }


def test_a_block_hash_picks_by_strides() -> None:
    # From 3 by strides of 3, 1, 0, 2 and 3 again, among ten.
    hash_ = b"".join(stride.to_bytes(8, "big") for stride in (3, 1, 0, 2))
    assert picked_indices(hash_, 5, 10) == [2, 6, 7, 9]
    assert picked_indices(hash_, 5, 0) == [0]
    assert picked_indices(bytes(32), 0, 10) == []


def test_claims_come_by_themselves() -> None:
    ctx = owing_chain()
    run_auto_claims(ctx, b"\x00" * 32)
    assert due(ctx, COLDKEY) <= 2
    assert due(ctx, OTHER) == pytest.approx(DIVIDEND // 4, abs=2)


def test_the_walk_finds_root_stakers_that_are_not_indexed() -> None:
    ctx = owing_chain()
    for coldkey in (COLDKEY, OTHER):
        remove_from_index(ctx, coldkey)
    walk_root_stakers(ctx)
    assert ctx.get(storage.NumStakingColdkeys) == 2
    assert ctx.get(storage.AlphaV2MapLastKey) is None  # the end was reached


def test_a_number_of_claims_that_no_call_sets_ends_all_the_same() -> None:
    ctx = owing_chain()
    ctx.set(storage.NumRootClaim, 2**64 - 1)
    ctx.set(storage.NumStakingColdkeys, 2**64 - 1)
    run_auto_claims(ctx, bytes(range(32)))
