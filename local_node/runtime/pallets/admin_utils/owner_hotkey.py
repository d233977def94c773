"""`sudo_set_sn_owner_hotkey` and its older name: the hotkey of a subnet's owner."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors
from local_node.runtime.frame import Context, Origin, ensure
from local_node.runtime.pallets.subtensor.owners import ensure_owner_or_root
from local_node.runtime.pallets.subtensor.rate_limits import SET_OWNER_HOTKEY
from local_node.runtime.pallets.subtensor.subnets.subnet import (
    ensure_subnet_exists,
    set_owner_hotkey,
)


def sudo_set_sn_owner_hotkey(ctx: Context, origin: Origin, netuid: int, hotkey: bytes) -> None:
    """Set the hotkey, by the owner or root; at most once a week by either."""
    ensure_owner_or_root(ctx, origin, netuid)
    ensure_subnet_exists(ctx, netuid)
    ensure(SET_OWNER_HOTKEY.passes(ctx, hotkey, netuid), errors.TxRateLimitExceeded)
    SET_OWNER_HOTKEY.record(ctx, hotkey, netuid)
    set_owner_hotkey(ctx, netuid, hotkey)


def sudo_set_subnet_owner_hotkey(ctx: Context, origin: Origin, netuid: int, hotkey: bytes) -> None:
    sudo_set_sn_owner_hotkey(ctx, origin, netuid, hotkey)
