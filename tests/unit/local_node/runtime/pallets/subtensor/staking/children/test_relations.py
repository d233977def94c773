"""Families that change hands."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.pallets.subtensor.staking.children.childkey_settings import (
    set_auto_parent_delegation_enabled,
)
from local_node.runtime.pallets.subtensor.staking.children.relations import (
    set_root_validators_for_subnet,
    swap_hotkey_relations,
)
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import append_neuron
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    at_block,
    by,
    fails,
    started_chain,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.children.family import (
    ALL,
    CHILD,
    HALF,
    family,
)


def test_a_swapped_hotkey_hands_its_family_on() -> None:
    ctx = family()
    new = b"\x67" * 32
    swap_hotkey_relations(ctx, HOTKEY, new, NETUID)
    assert ctx.get(storage.ChildKeys, (new, NETUID)) == [(HALF, CHILD)]
    assert ctx.get(storage.ParentKeys, (CHILD, NETUID)) == [(HALF, new)]
    assert ctx.get(storage.ChildKeys, (HOTKEY, NETUID)) == []


def test_root_validators_become_parents_of_a_new_subnets_owner() -> None:
    ctx = started_chain()
    ctx.put(storage.SubnetOwnerHotkey, NETUID, CHILD)
    with fails(errors.HotKeyNotRegisteredInSubNet):
        set_auto_parent_delegation_enabled(ctx, by(COLDKEY), HOTKEY, False)
    append_neuron(ctx, ROOT, HOTKEY, 0)
    set_root_validators_for_subnet(ctx, NETUID)
    children, _ = ctx.get(storage.PendingChildKeys, (NETUID, HOTKEY))
    assert children == [(ALL, CHILD)]
    ctx.remove(storage.PendingChildKeys, (NETUID, HOTKEY))
    set_auto_parent_delegation_enabled(ctx, by(COLDKEY), HOTKEY, False)
    at_block(ctx, 500)
    set_root_validators_for_subnet(ctx, NETUID)
    assert not ctx.contains(storage.PendingChildKeys, (NETUID, HOTKEY))
