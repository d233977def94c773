from __future__ import annotations

import pytest

from local_node.runtime.frame import BAD_ORIGIN, Context
from local_node.runtime.frame.origin import root
from tests.unit.local_node.runtime.pallets.calling import events_of, key, refused
from tests.unit.local_node.runtime.pallets.mev_shield.shield_calls import errors, shielding, storage

SETTINGS = {
    "set_max_pending_extrinsics_number": (storage.MaxPendingExtrinsicsLimit, None),
    "set_on_initialize_weight": (storage.OnInitializeWeight, 2_000_000_000_000),
    "set_stored_extrinsic_lifetime": (storage.ExtrinsicLifetime, None),
    "set_max_extrinsic_weight": (storage.MaxExtrinsicWeight, 2_000_000_000_000),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_settings(ctx: Context, name: str) -> None:
    item, most = SETTINGS[name]
    with refused(ctx, BAD_ORIGIN):
        shielding(ctx, key(1), name, value=5)
    shielding(ctx, root, name, value=5)
    assert ctx.get(item) == 5
    assert events_of(ctx, "MevShield")[-1][1] == {"value": 5}
    if most is not None:
        with refused(ctx, errors.WeightExceedsAbsoluteMax):
            shielding(ctx, root, name, value=most + 1)
        shielding(ctx, root, name, value=most)
