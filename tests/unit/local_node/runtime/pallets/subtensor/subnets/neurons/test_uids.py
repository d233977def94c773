"""Uids: taken, replaced, and the vectors that go with them."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.subnets.neurons import uids
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    dev_context,
    go_to,
    key,
    refused,
    subnet,
)


@pytest.fixture
def ctx() -> Context:
    ctx = dev_context()
    subnet(ctx, 1, neurons=3)
    return ctx


def test_keys_and_uids_are_inverse_and_without_a_gap(ctx: Context) -> None:
    assert uids.append_neuron(ctx, 1, key(7), 50) == 3
    assert uids.uid_of(ctx, 1, key(7)) == 3
    assert ctx.get(storage.Keys, (1, 3)) == key(7)
    assert uids.registered_networks(ctx, key(7)) == [1]
    assert uids.padded_last_update(ctx, 1)[3] == 50
    for item in (storage.Active, storage.Incentive, storage.ValidatorPermit):
        assert len(ctx.get(item, 1)) == 4
    with refused(errors.HotKeyNotRegisteredInSubNet):
        uids.uid_of(ctx, 1, key(8))


def test_who_replaces_begins_at_zero(ctx: Context) -> None:
    old = ctx.get(storage.Keys, (1, 2))
    ctx.put(storage.Incentive, 1, [5, 6, 7])
    ctx.put(storage.Weights, (1, 1), [(0, 3), (2, 9)])
    ctx.put(storage.Bonds, (1, 2), [(0, 1)])
    uids.replace_neuron(ctx, 1, 2, key(7), 60)
    assert not uids.is_registered(ctx, 1, old)
    assert uids.uid_of(ctx, 1, key(7)) == 2
    assert ctx.get(storage.Incentive, 1) == [5, 6, 0]
    assert ctx.get(storage.Weights, (1, 1)) == [(0, 3), (2, 0)]
    assert not ctx.contains(storage.Bonds, (1, 2))


def test_the_owners_own_hotkey_is_never_replaced(ctx: Context) -> None:
    owned = ctx.get(storage.Keys, (1, 1))
    ctx.put(storage.SubnetOwnerHotkey, 1, owned)
    assert uids.owner_uid(ctx, 1) == 1
    uids.replace_neuron(ctx, 1, 1, key(7), 60)
    assert uids.uid_of(ctx, 1, owned) == 1
    assert not uids.is_registered(ctx, 1, key(7))


def test_immunity_ends_after_its_period(ctx: Context) -> None:
    ctx.put(storage.ImmunityPeriod, 1, 10)
    ctx.put(storage.BlockAtRegistration, (1, 2), 40)
    for block, immune in ((30, True), (49, True), (50, False)):
        go_to(ctx, block)
        assert uids.is_immune(ctx, 1, 2) is immune
