"""Epochs from and to storage: what is left out of them, what they store, several mechanisms."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.epoch.mechanisms import epoch_with_mechanisms
from local_node.runtime.pallets.subtensor.subnets.mechanism import storage_index
from tests.unit.local_node.runtime.pallets.subtensor.epoch.weighed import HOTKEYS, subnet
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    NETUID,
)
from tests.unit.local_node.runtime.support import decoded_events

EMISSION = 1_000_000_000


U16 = 65_535


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
