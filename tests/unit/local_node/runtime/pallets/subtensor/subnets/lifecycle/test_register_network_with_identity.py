"""A subnet that may say at once who it is."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from tests.unit.local_node.runtime.pallets.calling import state
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    call,
    dev_context,
    key,
    refused,
    rich,
)
from tests.unit.local_node.runtime.pallets.subtensor.subnets.identity.test_fields import SUBNET


def test_an_identity_is_stored_or_undoes_it_all() -> None:
    ctx = dev_context()
    rich(ctx, key(1), tao=1_000)
    identity, before = dict.fromkeys(SUBNET, b"x"), state(ctx)
    name = "register_network_with_identity"
    with refused(errors.InvalidIdentity):
        call(ctx, key(1), name, hotkey=key(2), identity={**identity, "logo_url": bytes(1_025)})
    assert state(ctx) == before
    call(ctx, key(1), name, hotkey=key(2), identity=identity)
    assert ctx.get(storage.SubnetIdentitiesV3, 2) == identity
    call(ctx, key(1), name, hotkey=key(3), identity=None)
    assert ctx.get(storage.SubnetOwner, 3) == key(1)
    assert ctx.get(storage.SubnetIdentitiesV3, 3) is None
