"""A subnet for its lock cost."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.balances import currency
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    TAO,
    call,
    dev_context,
    key,
    refused,
    rich,
)


def test_the_signer_pays_the_lock_and_owns_it() -> None:
    ctx = dev_context()
    with refused("BadOrigin"):
        call(ctx, root, "register_network", hotkey=key(2))
    with refused(errors.CannotAffordLockCost):
        call(ctx, key(1), "register_network", hotkey=key(2))
    rich(ctx, key(1), tao=150)
    call(ctx, key(1), "register_network", hotkey=key(2))
    assert currency.free(ctx, key(1)) == 50 * TAO
    assert ctx.get(storage.SubnetOwner, 2) == key(1)
    assert ctx.get(storage.SubnetIdentitiesV3, 2) is None
