"""Which hotkey stands for a subnet's owner."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame.origin import root
from tests.unit.local_node.runtime.pallets.admin_utils.subnet_owner import OWNER, owned_subnet
from tests.unit.local_node.runtime.pallets.subtensor.chain import admin, go_to, key, refused


@pytest.mark.parametrize("name", ["sudo_set_sn_owner_hotkey", "sudo_set_subnet_owner_hotkey"])
def test_it_changes_once_a_week_whoever_changes_it(name: str) -> None:
    ctx = owned_subnet()
    go_to(ctx, 60_000)
    with refused("BadOrigin"):
        admin(ctx, key(9), name, netuid=2, hotkey=key(5))
    with refused(errors.SubnetNotExists):
        admin(ctx, root, name, netuid=9, hotkey=key(5))
    admin(ctx, OWNER, name, netuid=2, hotkey=key(5))
    assert ctx.get(storage.SubnetOwnerHotkey, 2) == key(5)
    week = 7 * 24 * 60 * 60 // 12
    go_to(ctx, 60_000 + week - 1)
    with refused(errors.TxRateLimitExceeded):
        admin(ctx, root, name, netuid=2, hotkey=key(6))
    go_to(ctx, 60_000 + week)
    admin(ctx, root, name, netuid=2, hotkey=key(6))
    assert ctx.get(storage.SubnetOwnerHotkey, 2) == key(6)
