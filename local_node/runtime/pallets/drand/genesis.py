"""The beacon of block 0: drand's quicknet, unless the chain spec has another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chain_spec.pallets import drand
from local_node.runtime.frame import Context


def genesis(ctx: Context, config: Mapping[str, Any]) -> None:
    """`beacon`: the description of a drand chain, with drand's own names.

    The names are `public_key`, `period`, `genesis_time`, `hash`, `groupHash`, `schemeID` and
    `metadata.beaconID`; bytes are hexadecimal.
    """
    beacon = config.get("beacon")
    if beacon is None:
        return
    value = {
        "public_key": bytes.fromhex(beacon["public_key"]),
        "period": beacon["period"],
        "genesis_time": beacon["genesis_time"],
        "hash": bytes.fromhex(beacon["hash"]),
        "group_hash": bytes.fromhex(beacon["groupHash"]),
        "scheme_id": beacon["schemeID"].encode(),
        "metadata": {"beacon_id": beacon["metadata"]["beaconID"].encode()},
    }
    ctx.set(drand.storage.BeaconConfig, value)
