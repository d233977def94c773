from __future__ import annotations

from local_node.runtime.frame import BAD_ORIGIN, Context
from local_node.runtime.frame.origin import none, root
from tests.unit.local_node.runtime.pallets.calling import dispatch, events_of, key, refused
from tests.unit.local_node.runtime.pallets.drand.pulses import rounds, storage
from tests.unit.local_node.runtime.support import ALICE


def test_root_sets_the_beacon_and_the_oldest_round(ctx: Context) -> None:
    config = {**ctx.get(storage.BeaconConfig), "period": 30}
    args = {
        "config_payload": {
            "block_number": 1,
            "config": config,
            "public": ("Sr25519", ALICE.public_key),
        },
        "signature": None,
    }
    with refused(ctx, BAD_ORIGIN):
        dispatch(ctx, none, "Drand", "set_beacon_config", **args)
    dispatch(ctx, root, "Drand", "set_beacon_config", **args)
    assert ctx.get(storage.BeaconConfig) == config
    assert ctx.get(storage.NextUnsignedAt) == 8
    with refused(ctx, BAD_ORIGIN):
        dispatch(ctx, key(1), "Drand", "set_oldest_stored_round", oldest_round=3)
    dispatch(ctx, root, "Drand", "set_oldest_stored_round", oldest_round=3)
    assert rounds(ctx) == (3, 0)
    assert events_of(ctx, "Drand") == [
        ("BeaconConfigChanged", None),
        ("SetOldestStoredRound", 3),
    ]
