"""A subnet that is dissolved: what is counted stays, the rest goes."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake
from local_node.runtime.pallets.subtensor.subnets.lifecycle.dissolution import dissolve
from local_node.runtime.pallets.subtensor.subnets.mechanism import storage_index
from tests.unit.local_node.runtime.pallets.subtensor.chain import TAO, call, refused, subnet
from tests.unit.local_node.runtime.pallets.subtensor.subnets.lifecycle.networks import (
    HOTKEY,
    OTHER,
    OWNER,
)
from tests.unit.local_node.runtime.support import decoded_events


def test_every_mechanism_and_neuron_is_forgotten(ctx: Context) -> None:
    call(ctx, OWNER, "register_network", hotkey=HOTKEY)
    subnet(ctx, 2, neurons=3)
    second = storage_index(2, 1)
    ctx.put(storage.MechanismCountCurrent, 2, 2)
    for index in (2, second):
        ctx.put(storage.Weights, (index, 0), [(1, 5)])
        ctx.put(storage.Incentive, index, [1, 2, 3])
    dissolve(ctx, 2)
    for index in (2, second):
        assert not ctx.contains(storage.Weights, (index, 0))
        assert not ctx.contains(storage.Incentive, index)
    assert list(ctx.iter(storage.Keys, 2)) == []
    assert not ctx.contains(storage.SubnetOwner, 2)
    assert decoded_events(ctx)[-1] == ("SubtensorModule", "NetworkRemoved", 2)


def test_other_subnets_and_stakes_on_them_stay(ctx: Context) -> None:
    call(ctx, OWNER, "register_network", hotkey=HOTKEY)
    increase_stake(ctx, HOTKEY, OTHER, 1, TAO)
    increase_stake(ctx, HOTKEY, OTHER, 2, TAO)
    before = ctx.get(storage.SubnetTAO, 1)
    dissolve(ctx, 2)
    assert ctx.get(storage.TotalHotkeyAlpha, (HOTKEY, 1)) == TAO
    assert not ctx.contains(storage.TotalHotkeyAlpha, (HOTKEY, 2))
    assert ctx.get(storage.SubnetTAO, 1) == before
    assert ctx.get(storage.RegisteredSubnetCounter, 2) == 1


def test_root_and_what_does_not_exist_cannot_be_dissolved(ctx: Context) -> None:
    for netuid in (0, 9):
        with refused(errors.SubnetNotExists):
            dissolve(ctx, netuid)
