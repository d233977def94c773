"""Hyperparameters: every call's origin, window, limit, bounds and event."""

from __future__ import annotations

import pytest

from chain_spec.pallets import admin_utils, subtensor
from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.admin_utils import PALLET
from tests.unit.local_node.runtime.pallets.admin_utils.subnet_owner import owned_subnet
from tests.unit.local_node.runtime.pallets.subtensor.chain import admin, refused


@pytest.fixture
def ctx() -> Context:
    return owned_subnet()


def test_every_declared_call_is_implemented_and_no_other() -> None:
    assert PALLET.call_table().keys() == admin_utils.pallet.calls.keys()


def test_mechanisms_share_the_slots_and_the_emission(ctx: Context) -> None:
    with refused(subtensor.errors.TooManyUIDsPerMechanism):
        admin(ctx, root, "sudo_set_mechanism_count", netuid=2, mechanism_count=2)
    admin(ctx, root, "sudo_set_max_allowed_uids", netuid=2, max_allowed_uids=128)
    admin(ctx, root, "sudo_set_mechanism_count", netuid=2, mechanism_count=2)
    with refused(subtensor.errors.InvalidValue):
        admin(ctx, root, "sudo_set_mechanism_emission_split", netuid=2, maybe_split=[1, 2])
    split = [13_107, 52_428]
    admin(ctx, root, "sudo_set_mechanism_emission_split", netuid=2, maybe_split=split)
    assert ctx.get(storage.MechanismEmissionSplit, 2) == split
    admin(ctx, root, "sudo_set_mechanism_count", netuid=2, mechanism_count=1)
    assert ctx.get(storage.MechanismEmissionSplit, 2) is None
