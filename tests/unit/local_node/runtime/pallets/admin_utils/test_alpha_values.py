"""The bounds of liquid alpha."""

from __future__ import annotations

import pytest

from chain_spec.pallets import subtensor
from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from tests.unit.local_node.runtime.pallets.admin_utils.subnet_owner import owned_subnet
from tests.unit.local_node.runtime.pallets.subtensor.chain import admin, refused


@pytest.fixture
def ctx() -> Context:
    return owned_subnet()


def test_alpha_values_need_liquid_alpha_and_order(ctx: Context) -> None:
    def set_values(low: int, high: int) -> None:
        admin(ctx, root, "sudo_set_alpha_values", netuid=2, alpha_low=low, alpha_high=high)

    with refused(subtensor.errors.LiquidAlphaDisabled):
        set_values(2_000, 3_000)
    admin(ctx, root, "sudo_set_liquid_alpha_enabled", netuid=2, enabled=True)
    # 65,535 / 40 = 1,638.4
    with refused(subtensor.errors.AlphaHighTooLow):
        set_values(1_638, 1_637)
    for low in (1_637, 3_001):
        with refused(subtensor.errors.AlphaLowOutOfRange):
            set_values(low, 3_000)
    set_values(1_638, 3_000)
    assert ctx.get(storage.AlphaValues, 2) == (1_638, 3_000)
