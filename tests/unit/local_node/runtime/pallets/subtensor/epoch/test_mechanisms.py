"""Epochs from and to storage: what is left out of them, what they store, several mechanisms."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.epoch.inputs import read_epoch, read_neurons
from local_node.runtime.pallets.subtensor.epoch.mechanisms import epoch_with_mechanisms
from local_node.runtime.pallets.subtensor.staking.stake import decrease_stake, increase_stake
from local_node.runtime.pallets.subtensor.subnets.mechanism import storage_index
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import append_neuron
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    NETUID,
    TAO,
    at_block,
    started_chain,
)
from tests.unit.local_node.runtime.support import decoded_events

EMISSION = 1_000_000_000
U16 = 65_535
HOTKEYS = [bytes([0x10 + uid]) * 32 for uid in range(1, 5)]
"""Uids 1 to 4; genesis gave uid 0 to the zero account."""


def subnet() -> Context:
    """Two validators, one with three times the other's stake, and two servers, at block 100."""
    ctx = started_chain()
    decrease_stake(ctx, bytes(32), bytes(32), NETUID, TAO)
    for hotkey, alpha in zip(HOTKEYS, (3 * TAO, TAO, 0, 0), strict=True):
        ctx.put(storage.Owner, hotkey, COLDKEY)
        append_neuron(ctx, NETUID, hotkey, 10)
        if alpha:
            increase_stake(ctx, hotkey, COLDKEY, NETUID, alpha)
    at_block(ctx, 100)
    ctx.put(storage.ValidatorPermit, NETUID, [False, True, True, False, False])
    ctx.put(storage.LastUpdate, NETUID, [0, 50, 50, 50, 50])
    ctx.put(storage.CommitRevealWeightsEnabled, NETUID, False)
    ctx.put(storage.LastMechansimStepBlock, NETUID, 40)
    ctx.put(storage.Tempo, NETUID, 100)
    return ctx


def inputs(ctx: Context) -> tuple[list[list[tuple[int, int]]], list[list[tuple[int, int]]]]:
    epoch = read_epoch(ctx, NETUID, NETUID, read_neurons(ctx, NETUID))
    return epoch.weights, epoch.bonds


def test_weights_that_may_not_count_are_left_out() -> None:
    ctx = subnet()
    row = [(1, 5), (2, 6), (3, 7), (4, 8), (9, 9)]
    for uid in range(5):
        ctx.put(storage.Weights, (NETUID, uid), row)
    # Uids 0, 3 and 4 have no permit; nobody weighs itself; there is no uid 9.
    full = [[], [(2, 6), (3, 7), (4, 8)], [(1, 5), (3, 7), (4, 8)], [], []]
    assert inputs(ctx)[0] == full
    # Uid 4 registered in the block in which uid 1 set its weights, and after uid 2 did.
    ctx.put(storage.BlockAtRegistration, (NETUID, 4), 50)
    ctx.put(storage.LastUpdate, NETUID, [0, 50, 51, 50, 50])
    assert inputs(ctx)[0] == [[], [(2, 6), (3, 7)], [(1, 5), (3, 7), (4, 8)], [], []]
    # The subnet owner's hotkey may weigh itself, and needs no permit.
    ctx.put(storage.SubnetOwnerHotkey, NETUID, HOTKEYS[2])
    assert inputs(ctx)[0][3] == [(1, 5), (2, 6), (3, 7)]


def test_a_commit_hides_neurons_that_came_after_it() -> None:
    ctx = subnet()
    ctx.put(storage.Weights, (NETUID, 1), [(3, 7), (4, 8)])
    ctx.put(storage.BlockAtRegistration, (NETUID, 4), 45)
    ctx.put(storage.WeightCommits, (NETUID, HOTKEYS[0]), [(bytes(32), 0, 44, 0)])
    assert inputs(ctx)[0][1] == [(3, 7), (4, 8)]  # commit-reveal is off
    ctx.put(storage.CommitRevealWeightsEnabled, NETUID, True)
    assert inputs(ctx)[0][1] == [(3, 7)]
    ctx.put(storage.SubnetEpochIndex, NETUID, 5)  # the commit has expired
    assert inputs(ctx)[0][1] == [(3, 7), (4, 8)]
    ctx.put(storage.TimelockedWeightCommits, (NETUID, 5), [(HOTKEYS[0], 44, b"", 1)])
    assert inputs(ctx)[0][1] == [(3, 7)]


def test_bonds_on_neurons_that_came_since_the_last_epoch_are_left_out() -> None:
    ctx = subnet()
    ctx.put(storage.Bonds, (NETUID, 1), [(3, 7), (4, 8)])
    ctx.put(storage.BlockAtRegistration, (NETUID, 4), 41)
    assert inputs(ctx)[1][1] == [(3, 7)]
    ctx.put(storage.LastMechansimStepBlock, NETUID, 41)
    assert inputs(ctx)[1][1] == [(3, 7), (4, 8)]


def test_stake_below_the_threshold_and_old_weights_do_not_count() -> None:
    ctx = subnet()
    ctx.set(storage.StakeThreshold, 2 * TAO)
    epoch = read_epoch(ctx, NETUID, NETUID, read_neurons(ctx, NETUID))
    assert epoch.stake == [0, 2**32, 0, 0, 0]
    # The cutoff is 13.889 tempos; here one of a tempo of 4 blocks: 50 + 4 < 100.
    ctx.put(storage.ActivityCutoffFactorMilli, NETUID, 1_000)
    ctx.put(storage.Tempo, NETUID, 4)
    epoch = read_epoch(ctx, NETUID, NETUID, read_neurons(ctx, NETUID))
    assert epoch.inactive == [True] * 5
    ctx.put(storage.Tempo, NETUID, 50)
    epoch = read_epoch(ctx, NETUID, NETUID, read_neurons(ctx, NETUID))
    assert epoch.inactive == [True, False, False, False, False]


def test_scores_are_stored_by_uid_and_emission_comes_by_hotkey() -> None:
    ctx = subnet()
    for uid in (1, 2):
        ctx.put(storage.Weights, (NETUID, uid), [(3, 1), (4, 3)])
    found = epoch_with_mechanisms(ctx, NETUID, EMISSION)
    hotkeys = [emission.hotkey for emission in found]
    assert hotkeys == sorted(hotkeys)
    servers = {emission.hotkey: emission.servers for emission in found}
    # Half of the emission goes to servers, a quarter and three quarters of it.
    assert servers[HOTKEYS[2]] == pytest.approx(EMISSION / 8, abs=5)
    assert servers[HOTKEYS[3]] == pytest.approx(EMISSION * 3 / 8, abs=5)
    validators = {emission.hotkey: emission.validators for emission in found}
    assert validators[HOTKEYS[0]] == pytest.approx(EMISSION * 3 / 8, abs=5)
    assert ctx.get(storage.Incentive, NETUID)[3:] == pytest.approx([U16 / 4, U16 * 3 / 4], abs=1)
    assert ctx.get(storage.Dividends, NETUID)[1:3] == pytest.approx([U16 * 3 / 4, U16 / 4], abs=1)
    assert ctx.get(storage.Consensus, NETUID)[4] == pytest.approx(U16 * 3 / 4, abs=1)
    assert ctx.get(storage.ValidatorPermit, NETUID) == [False, True, True, False, False]
    assert ctx.get(storage.Active, NETUID) == [True] * 5
    assert ctx.get(storage.Bonds, (NETUID, 1)) == [(3, U16), (4, U16)]
    assert ctx.get(storage.Bonds, (NETUID, 3)) == []
    event = {"netuid": NETUID, "emissions": [servers.get(h, 0) for h in (bytes(32), *HOTKEYS)]}
    assert ("SubtensorModule", "IncentiveAlphaEmittedToMiners", event) in decoded_events(ctx)


def test_mechanisms_share_the_emission() -> None:
    ctx = subnet()
    ctx.put(storage.MechanismCountCurrent, NETUID, 2)
    ctx.put(storage.MechanismEmissionSplit, NETUID, [U16 // 5, U16 - U16 // 5])
    second = storage_index(NETUID, 1)
    ctx.put(storage.LastUpdate, second, [0, 50, 50, 50, 50])
    for uid in (1, 2):
        ctx.put(storage.Weights, (NETUID, uid), [(3, U16)])
        ctx.put(storage.Weights, (second, uid), [(4, U16)])
    found = {e.hotkey: e for e in epoch_with_mechanisms(ctx, NETUID, EMISSION)}
    assert found[HOTKEYS[2]].servers == pytest.approx(EMISSION / 10, abs=5)
    assert found[HOTKEYS[3]].servers == pytest.approx(EMISSION * 4 / 10, abs=5)
    assert ctx.get(storage.Incentive, NETUID) == [0, 0, 0, U16, 0]
    assert ctx.get(storage.Incentive, second) == [0, 0, 0, 0, U16]
    # What a subnet has once is the mean by emission.
    assert ctx.get(storage.Consensus, NETUID)[3:] == pytest.approx([U16 / 5, U16 * 4 / 5], abs=2)
    assert sum(e.servers + e.validators for e in found.values()) == pytest.approx(EMISSION, abs=20)
