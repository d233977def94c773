"""`set_coldkey_auto_stake_hotkey`: the hotkey on which a coldkey's mining incentive is staked."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import ensure
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.subnets.subnet import ensure_subnet_exists


def set_coldkey_auto_stake_hotkey(ctx: Context, origin: Origin, netuid: int, hotkey: bytes) -> None:
    """The hotkey must be registered on the subnet and differ from the current one."""
    coldkey = ensure_signed(origin)
    ensure_subnet_exists(ctx, netuid)
    registered = ctx.contains(storage.Uids, (netuid, hotkey))
    ensure(registered, errors.HotKeyNotRegisteredInSubNet)
    current = ctx.get(storage.AutoStakeDestination, (coldkey, netuid))
    if current is not None:
        ensure(current != hotkey, errors.SameAutoStakeHotkeyAlreadySet)
        _change_coldkeys(ctx, current, netuid, coldkey, present=False)
    ctx.put(storage.AutoStakeDestination, (coldkey, netuid), hotkey)
    _change_coldkeys(ctx, hotkey, netuid, coldkey, present=True)
    ctx.emit(events.AutoStakeDestinationSet, coldkey=coldkey, netuid=netuid, hotkey=hotkey)


def _change_coldkeys(
    ctx: Context, hotkey: bytes, netuid: int, coldkey: bytes, *, present: bool
) -> None:
    coldkeys = ctx.get(storage.AutoStakeDestinationColdkeys, (hotkey, netuid))
    if not present:
        coldkeys = [key for key in coldkeys if key != coldkey]
    elif coldkey not in coldkeys:
        coldkeys = [*coldkeys, coldkey]
    ctx.put(storage.AutoStakeDestinationColdkeys, (hotkey, netuid), coldkeys)
