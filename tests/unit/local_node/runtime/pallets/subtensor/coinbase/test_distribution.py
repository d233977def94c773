"""What an epoch pays."""

from __future__ import annotations

import pytest

from chain_spec.pallets import alpha_assets
from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.stake import hotkey_stake, stake_of
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import append_neuron
from tests.unit.local_node.runtime.pallets.subtensor.coinbase.emitting import (
    OWNER_CUT,
    emitting_chain,
    pending,
    step,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    HOTKEY_2,
    NETUID,
    OTHER,
    OWNER,
    TAO,
    by,
)


def test_an_epoch_pays_what_is_pending() -> None:
    ctx = emitting_chain()
    for number in range(2, 10):
        step(ctx, number)
    due = sum(pending(ctx)) + TAO
    before = hotkey_stake(ctx, HOTKEY, NETUID) + hotkey_stake(ctx, HOTKEY_2, NETUID)
    step(ctx, 10)
    assert pending(ctx) == [0, 0, 0, 0]
    after = hotkey_stake(ctx, HOTKEY, NETUID) + hotkey_stake(ctx, HOTKEY_2, NETUID)
    # Nobody mines: validators get the miners' half too. Some rao are lost to rounding.
    assert due - 10 <= after - before <= due
    assert ctx.get(storage.LastEpochBlock, NETUID) == 10
    assert ctx.get(storage.SubnetEpochIndex, NETUID) == 1
    owner = stake_of(ctx, HOTKEY_2, OWNER, NETUID)
    assert owner == pytest.approx(float(9 * OWNER_CUT * TAO), abs=10)
    assert ctx.get(storage.Dividends, NETUID) == [0, 0, 0]  # without weights dividends are by stake
    # The hotkey with stake may validate from now on, and the subnet owner's always.
    assert ctx.get(storage.ValidatorPermit, NETUID) == [False, True, True]


def test_incentive_goes_to_the_miners_owner_and_the_subnet_owners_is_withheld() -> None:
    ctx = emitting_chain()
    miner = b"\x33" * 32
    ctx.put(storage.Owner, miner, OTHER)
    append_neuron(ctx, NETUID, miner, 0)
    ctx.put(storage.CommitRevealWeightsEnabled, NETUID, False)
    for number in range(2, 11):
        step(ctx, number)
    ctx.put(storage.Weights, (NETUID, 1), [(2, 65535), (3, 65535)])
    ctx.put(storage.LastUpdate, NETUID, [0, 10, 0, 0])
    for number in range(11, 21):
        step(ctx, number)
    earned = stake_of(ctx, miner, OTHER, NETUID)
    burned = ctx.get(alpha_assets.storage.AlphaBurned, NETUID)
    # Ten blocks' half of what the owner's cut leaves, halved again between the two servers.
    expected = float(10 * (TAO - OWNER_CUT * TAO) / 4)
    assert earned == pytest.approx(expected, rel=1e-4)
    assert burned == pytest.approx(expected, rel=1e-4)
    assert ctx.get(storage.MinerBurned, NETUID) == pytest.approx(2**31, rel=1e-4)


def test_a_nominator_shares_in_dividends_after_the_take() -> None:
    ctx = emitting_chain()
    add_stake(ctx, by(OTHER), HOTKEY, NETUID, 5 * TAO)
    mine, theirs = (stake_of(ctx, HOTKEY, who, NETUID) for who in (COLDKEY, OTHER))
    for number in range(2, 11):
        step(ctx, number)
    gained = stake_of(ctx, HOTKEY, OTHER, NETUID) - theirs
    pot = float(9 * (TAO - OWNER_CUT * TAO))
    take = 11796 / 65535
    # The take is staked first, for the owner; the rest is shared as the shares then stand.
    owner_share = mine + take * pot
    expected = (1 - take) * pot * theirs / (owner_share + theirs)
    assert gained == pytest.approx(expected, rel=1e-6)
