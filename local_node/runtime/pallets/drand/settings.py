"""`Drand.set_beacon_config` and `Drand.set_oldest_stored_round`: root's two settings."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import drand
from local_node.runtime.frame import Context, Origin, ensure_root


def set_beacon_config(
    ctx: Context,
    origin: Origin,
    config_payload: dict[str, Any],
    signature: tuple[str, bytes] | None,
) -> None:
    """Set another beacon; its values are not checked."""
    ensure_root(origin)
    ctx.set(drand.storage.BeaconConfig, config_payload["config"])
    ctx.set(drand.storage.NextUnsignedAt, min(ctx.block_number + 1, (1 << 32) - 1))
    ctx.emit(drand.events.BeaconConfigChanged)


def set_oldest_stored_round(ctx: Context, origin: Origin, oldest_round: int) -> None:
    """Set the round from which pruning continues."""
    ensure_root(origin)
    ctx.set(drand.storage.OldestStoredRound, oldest_round)
    ctx.emit(drand.events.SetOldestStoredRound, oldest_round)
