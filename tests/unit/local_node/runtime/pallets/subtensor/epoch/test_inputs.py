"""Epochs from storage: what is left out of them."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.epoch.inputs import read_epoch, read_neurons
from tests.unit.local_node.runtime.pallets.subtensor.epoch.weighed import HOTKEYS, subnet
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    NETUID,
    TAO,
)


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
