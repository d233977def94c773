"""Precompiles that root switches."""

from __future__ import annotations

import pytest

from chain_spec.pallets import admin_utils
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.admin_utils.far_epoch import far_epoch
from tests.unit.local_node.runtime.pallets.subtensor.chain import admin, root
from tests.unit.local_node.runtime.support import decoded_events


@pytest.fixture
def ctx() -> Context:
    return far_epoch()


def test_a_precompile_is_told_of_only_when_it_changes(ctx: Context) -> None:
    """All are on at first (`DefaultPrecompileEnabled`)."""
    before = len(decoded_events(ctx))
    admin(ctx, root, "sudo_toggle_evm_precompile", precompile_id="Staking", enabled=True)
    assert decoded_events(ctx)[before:] == []
    admin(ctx, root, "sudo_toggle_evm_precompile", precompile_id="Staking", enabled=False)
    assert ctx.get(admin_utils.storage.PrecompileEnable, "Staking") is False
    assert decoded_events(ctx)[before:] == [
        ("AdminUtils", "PrecompileUpdated", {"precompile_id": "Staking", "enabled": False})
    ]
