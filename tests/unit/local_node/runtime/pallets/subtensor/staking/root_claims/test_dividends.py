"""Root dividends: owed by rate and stake, kept or swapped."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import I96F32
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.remove.remove_stake import remove_stake
from local_node.runtime.pallets.subtensor.staking.root_claims.claim_root import claim_root
from local_node.runtime.pallets.subtensor.staking.root_claims.dividends import (
    accrue_root_dividends,
    finalize_subnet_dividends,
)
from local_node.runtime.pallets.subtensor.staking.root_claims.root_claim_settings import (
    set_root_claim_type,
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
    reserves,
    started_chain,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.root_claims.owing import (
    DIVIDEND,
    due,
    owing_chain,
)


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


def test_more_dividends_than_root_stake_go_to_the_owner() -> None:
    ctx = started_chain()
    accrue_root_dividends(ctx, HOTKEY, NETUID, DIVIDEND)
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == DIVIDEND


def test_a_dissolved_subnets_dividends_are_forgotten() -> None:
    ctx = owing_chain()
    finalize_subnet_dividends(ctx, NETUID)
    assert due(ctx, COLDKEY) == 0
    assert not list(ctx.keys(storage.RootClaimed, NETUID))
