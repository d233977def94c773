"""The owner's cut."""

from __future__ import annotations

import pytest

from chain_spec.pallets.admin_utils import errors
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.admin_utils.far_epoch import far_epoch
from tests.unit.local_node.runtime.pallets.subtensor.chain import admin, refused, root


@pytest.fixture
def ctx() -> Context:
    return far_epoch()


def test_owner_cuts_are_not_for_the_root_subnet(ctx: Context) -> None:
    for name in ("owner_cut_enabled", "owner_cut_auto_lock_enabled"):
        with refused(errors.NotPermittedOnRootSubnet):
            admin(ctx, root, f"sudo_set_{name}", netuid=0, enabled=True)
