"""Pairing a hotkey without registering it."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.subtensor.subnets.subnet import account_id
from tests.unit.local_node.runtime.pallets.subtensor.chain import call, dev_context, key, refused


def test_the_first_signer_owns_it_and_others_fail_at_nothing() -> None:
    ctx = dev_context()
    with refused("BadOrigin"):
        call(ctx, root, "try_associate_hotkey", hotkey=key(3))
    for who in (key(1), key(2)):
        call(ctx, who, "try_associate_hotkey", hotkey=key(3))
        assert ctx.get(storage.Owner, key(3)) == key(1)
    assert not ctx.contains(storage.Uids, (1, key(3)))
    with refused(errors.CannotUseSystemAccount):
        call(ctx, key(1), "try_associate_hotkey", hotkey=account_id(1))
