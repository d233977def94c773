"""The owner's cut of a subnet's emission: whether it is paid, and whether it is locked."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.admin_utils import errors
from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context, Origin, ensure
from local_node.runtime.pallets.subtensor.owners import ensure_owner_or_root, ensure_window_open
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, subnet_exists


def sudo_set_owner_cut_enabled(ctx: Context, origin: Origin, netuid: int, enabled: bool) -> None:
    _switch(ctx, origin, netuid, storage.OwnerCutEnabled, enabled)


def sudo_set_owner_cut_auto_lock_enabled(
    ctx: Context, origin: Origin, netuid: int, enabled: bool
) -> None:
    _switch(ctx, origin, netuid, storage.OwnerCutAutoLockEnabled, enabled)


def _switch(ctx: Context, origin: Origin, netuid: int, item: Any, enabled: bool) -> None:
    """Write a switch, by the owner or root, outside the freeze window and without a rate limit."""
    ensure_owner_or_root(ctx, origin, netuid)
    ensure_window_open(ctx, netuid)
    ensure(subnet_exists(ctx, netuid), errors.SubnetDoesNotExist)
    ensure(netuid != ROOT, errors.NotPermittedOnRootSubnet)
    ctx.put(item, netuid, enabled)
