"""The rights of a subnet's owner: origins, the freeze window, the owner's rate limits.

Hyperparameters are frozen before each epoch, and while an epoch triggered by the owner is pending,
so that the rules do not change after validators set their weights.
"""

from __future__ import annotations

from collections.abc import Sequence

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import BAD_ORIGIN, ensure
from local_node.runtime.frame.origin import Origin, ensure_signed, ensure_signed_or_root
from local_node.runtime.pallets.subtensor.rate_limits import RateLimit


def ensure_owner(ctx: Context, origin: Origin, netuid: int) -> bytes:
    """The subnet's owner; any other origin fails with `BadOrigin`."""
    who = ensure_signed(origin)
    ensure(ctx.get(storage.SubnetOwner, netuid) == who, BAD_ORIGIN)
    return who


def ensure_owner_or_root(ctx: Context, origin: Origin, netuid: int) -> bytes | None:
    """The subnet's owner, or None for root; any other origin fails with `BadOrigin`."""
    who = ensure_signed_or_root(origin)
    ensure(who is None or ctx.get(storage.SubnetOwner, netuid) == who, BAD_ORIGIN)
    return who


def ensure_owner_or_root_within(
    ctx: Context, origin: Origin, netuid: int, limits: Sequence[RateLimit]
) -> bytes | None:
    """As `ensure_owner_or_root`; the owner is also subject to the rate limits."""
    owner = ensure_owner_or_root(ctx, origin, netuid)
    if owner is not None:
        for limit in limits:
            ensure(limit.passes(ctx, owner, netuid), errors.TxRateLimitExceeded)
    return owner


def record_owner_update(
    ctx: Context, owner: bytes | None, netuid: int, limits: Sequence[RateLimit]
) -> None:
    """Restart the owner's limits; root has none."""
    if owner is not None:
        for limit in limits:
            limit.record(ctx, owner, netuid)


def blocks_until_next_auto_epoch(ctx: Context, netuid: int) -> int | None:
    """Blocks until the next epoch by tempo, or None if the tempo is 0."""
    tempo = ctx.get(storage.Tempo, netuid)
    if tempo == 0:
        return None
    return max(ctx.get(storage.LastEpochBlock, netuid) + tempo - ctx.block_number, 0)


def is_frozen(ctx: Context, netuid: int) -> bool:
    """Whether the subnet is in its freeze window."""
    remaining = blocks_until_next_auto_epoch(ctx, netuid)
    if remaining is None:
        return False
    if ctx.get(storage.PendingEpochAt, netuid) > ctx.block_number:
        return True
    return remaining < ctx.get(storage.AdminFreezeWindow)


def ensure_window_open(ctx: Context, netuid: int) -> None:
    ensure(not is_frozen(ctx, netuid), errors.AdminActionProhibitedDuringWeightsWindow)
