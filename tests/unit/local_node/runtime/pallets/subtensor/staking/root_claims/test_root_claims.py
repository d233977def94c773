"""Root dividends: owed by rate and stake, claimed once, kept or swapped; the claim index."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.arithmetic.fixed import I96F32
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from local_node.runtime.frame.weight import Weight
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.remove.remove_stake import remove_stake
from local_node.runtime.pallets.subtensor.staking.root_claims.claim_index import (
    add_to_index,
    picked_indices,
    remove_from_index,
    run_auto_claims,
    walk_root_stakers,
)
from local_node.runtime.pallets.subtensor.staking.root_claims.claim_root import claim_root
from local_node.runtime.pallets.subtensor.staking.root_claims.dividends import (
    accrue_root_dividends,
    finalize_subnet_dividends,
    owed,
)
from local_node.runtime.pallets.subtensor.staking.root_claims.root_claim_settings import (
    set_root_claim_type,
    sudo_set_num_root_claims,
    sudo_set_root_claim_threshold,
)
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    OTHER,
    TAO,
    by,
    fails,
    reserves,
    started_chain,
)

DIVIDEND = 400_000_000


def owing_chain() -> Context:
    """Two root stakers, three to one, and 0.4 alpha of dividends; the alpha is outstanding."""
    ctx = started_chain()
    add_stake(ctx, by(COLDKEY), HOTKEY, ROOT, 3 * TAO)
    add_stake(ctx, by(OTHER), HOTKEY, ROOT, TAO)
    accrue_root_dividends(ctx, HOTKEY, NETUID, DIVIDEND)
    return ctx


def due(ctx: Context, coldkey: bytes) -> int:
    return I96F32.to_u64(owed(ctx, HOTKEY, coldkey, NETUID))


def test_dividends_are_owed_by_stake() -> None:
    ctx = owing_chain()
    assert due(ctx, COLDKEY) == pytest.approx(DIVIDEND * 3 // 4, abs=2)
    assert due(ctx, OTHER) == pytest.approx(DIVIDEND // 4, abs=2)


def test_new_stake_has_no_part_in_old_dividends_and_leaving_keeps_ones_own() -> None:
    ctx = owing_chain()
    before = due(ctx, COLDKEY), due(ctx, OTHER)
    add_stake(ctx, by(OTHER), HOTKEY, ROOT, 6 * TAO)
    assert (due(ctx, COLDKEY), due(ctx, OTHER)) == pytest.approx(before, abs=2)
    remove_stake(ctx, by(OTHER), HOTKEY, ROOT, 6 * TAO)
    assert due(ctx, OTHER) == pytest.approx(before[1], abs=3)


def test_kept_dividends_become_stake_on_the_subnet_once() -> None:
    ctx = owing_chain()
    set_root_claim_type(ctx, by(COLDKEY), "Keep")
    claim_root(ctx, by(COLDKEY), [NETUID])
    kept = stake_of(ctx, HOTKEY, COLDKEY, NETUID)
    assert kept == pytest.approx(DIVIDEND * 3 // 4, abs=2)
    claim_root(ctx, by(COLDKEY), [NETUID])
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == kept
    assert due(ctx, COLDKEY) <= 1


def test_swapped_dividends_become_root_stake() -> None:
    ctx = owing_chain()
    tao, alpha_in, _ = reserves(ctx)
    sold = due(ctx, COLDKEY)
    claim_root(ctx, by(COLDKEY), [NETUID])
    gained = stake_of(ctx, HOTKEY, COLDKEY, ROOT) - 3 * TAO
    assert abs(gained - Fraction(tao * sold, alpha_in + sold)) <= 2
    assert ctx.get(storage.SubnetRootSellTao, NETUID) == gained
    assert ctx.get(storage.SubnetProtocolFlow, NETUID) == -gained
    # The new root stake has its own part of the past counted as claimed.
    assert due(ctx, COLDKEY) <= 2


def test_keeping_on_some_subnets_swaps_on_the_others() -> None:
    ctx = owing_chain()
    set_root_claim_type(ctx, by(COLDKEY), ("KeepSubnets", {"subnets": [NETUID]}))
    claim_root(ctx, by(COLDKEY), [NETUID])
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) > 0
    set_root_claim_type(ctx, by(OTHER), ("KeepSubnets", {"subnets": [7]}))
    claim_root(ctx, by(OTHER), [NETUID])
    assert stake_of(ctx, HOTKEY, OTHER, NETUID) == 0
    assert stake_of(ctx, HOTKEY, OTHER, ROOT) > TAO


def test_nothing_is_claimed_below_the_threshold() -> None:
    ctx = owing_chain()
    ctx.put(storage.RootClaimableThreshold, NETUID, I96F32.from_int(10**9))
    claim_root(ctx, by(COLDKEY), [NETUID])
    assert stake_of(ctx, HOTKEY, COLDKEY, ROOT) == 3 * TAO


def test_subnets_named_are_a_set() -> None:
    ctx = owing_chain()
    claim_root(ctx, by(COLDKEY), [NETUID] * 6)
    set_root_claim_type(ctx, by(COLDKEY), ("KeepSubnets", {"subnets": [7, NETUID, 7]}))
    kept = ("KeepSubnets", {"subnets": sorted({7, NETUID})})
    assert ctx.get(storage.RootClaimType, COLDKEY) == kept


def test_a_claim_weighs_by_the_hotkeys_and_the_claims_looked_at() -> None:
    """`claim_root` in `macros/dispatches.rs`, weighed in `staking/claim_root.rs`: a read for the
    hotkeys; three reads for each; 60,000,000, 7 reads and 5 writes for each claim that was named.
    """
    ctx = owing_chain()
    accrue_root_dividends(ctx, HOTKEY, 7, DIVIDEND)
    read, claim = 25_000_000, 60_000_000 + 7 * 25_000_000 + 5 * 100_000_000
    hotkeys = len(ctx.get(storage.StakingHotkeys, COLDKEY))
    nothing = claim_root(ctx, by(COLDKEY), [9]).weight
    assert nothing == Weight((1 + 3 * hotkeys) * read, 0)
    one = claim_root(ctx, by(COLDKEY), [NETUID, 9]).weight
    assert one == Weight((1 + 3 * hotkeys) * read + claim, 6_987)


def test_what_claims_and_settings_ask() -> None:
    ctx = owing_chain()
    for subnets in ([], [1, 2, 3, 4, 5, 6]):
        with fails(errors.InvalidSubnetNumber):
            claim_root(ctx, by(COLDKEY), subnets)
    with fails(errors.InvalidSubnetNumber):
        set_root_claim_type(ctx, by(COLDKEY), ("KeepSubnets", {"subnets": []}))
    with fails(errors.InvalidNumRootClaim):
        sudo_set_num_root_claims(ctx, root, 51)
    sudo_set_num_root_claims(ctx, root, 50)
    with fails(errors.InvalidRootClaimThreshold):
        sudo_set_root_claim_threshold(ctx, root, NETUID, 10_000_001)
    sudo_set_root_claim_threshold(ctx, root, NETUID, 7)
    assert ctx.get(storage.RootClaimableThreshold, NETUID) == I96F32.from_int(7)


def test_more_dividends_than_root_stake_go_to_the_owner() -> None:
    ctx = started_chain()
    accrue_root_dividends(ctx, HOTKEY, NETUID, DIVIDEND)
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == DIVIDEND


def test_a_dissolved_subnets_dividends_are_forgotten() -> None:
    ctx = owing_chain()
    finalize_subnet_dividends(ctx, NETUID)
    assert due(ctx, COLDKEY) == 0
    assert not list(ctx.keys(storage.RootClaimed, NETUID))


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
