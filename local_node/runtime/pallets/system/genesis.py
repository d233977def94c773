"""The values of System in block 0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chain_spec.pallets import system
from local_node.runtime.frame import Context

GENESIS_PARENT = bytes([69]) * 32
"""The hash of the parent of block 0, in `BlockHash` and `ParentHash` (`hash69`)."""

EXTRINSIC_INDEX = b":extrinsic_index"


def genesis(ctx: Context, config: Mapping[str, Any]) -> None:
    """Write the block hash, the markers of old migrations, and the runtime version."""
    ctx.put(system.storage.BlockHash, 0, GENESIS_PARENT)
    ctx.set(system.storage.ParentHash, GENESIS_PARENT)
    version = ctx.constant(system.constants.Version)
    upgrade = {"spec_version": version["spec_version"], "spec_name": version["spec_name"]}
    ctx.set(system.storage.LastRuntimeUpgrade, upgrade)
    ctx.set(system.storage.UpgradedToU32RefCount, True)
    ctx.set(system.storage.UpgradedToTripleRefCount, True)
    ctx.ext.set(EXTRINSIC_INDEX, bytes(4))
