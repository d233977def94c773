"""Locks of alpha, and the conviction that they give to hotkeys.

A coldkey may lock a part of its alpha on a subnet to one hotkey. A decaying lock is released with
time; a perpetual one keeps its amount. Conviction approaches the locked amount with time, so it is
an amount of alpha too. Everything is as of the view's block.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from btsdk.apis import stake_info as api
from btsdk.integers import netuid_of
from btsdk.keys import ss58
from btsdk.reads.accounts import address_of
from btsdk.rpc.effects import Program
from btsdk.rpc.parallel import gather
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api, storage, storage_map
from btsdk.storage import subtensor as s
from btsdk.units import Alpha

if TYPE_CHECKING:
    from btsdk.descriptors.inputs import Account

_FRACTION_BITS = 64
_ACCEPTS_LOCKED_ALPHA = 1


@dataclass(frozen=True)
class StakeLock:
    """The lock of one coldkey on one subnet. `conviction` is cut to whole rao."""

    coldkey: str
    hotkey: str
    netuid: int
    amount: Alpha
    conviction: Alpha
    perpetual: bool


def coldkey_lock(at: BlockContext, coldkey: Account, netuid: int) -> Program[StakeLock | None]:
    """The lock of a coldkey on a subnet; None if it has none, or nothing is left of it."""
    netuid, name = netuid_of(netuid), address_of(coldkey)
    entries = yield from storage_map(at, s.Lock, name, netuid)
    if not entries:
        return None
    ((_, _, hotkey), _), *_ = entries
    return (yield from _lock(at, name, ss58.encode(hotkey), netuid))


def locks_for_coldkey(at: BlockContext, coldkey: Account) -> Program[list[StakeLock]]:
    """The locks of a coldkey, by netuid."""
    name = address_of(coldkey)
    entries = yield from storage_map(at, s.Lock, name)
    found = sorted((netuid, ss58.encode(hotkey)) for (_, netuid, hotkey), _ in entries)
    locks = yield from gather(_lock(at, name, hotkey, netuid) for netuid, hotkey in found)
    return [lock for lock in locks if lock is not None]


def locks_for_hotkey(at: BlockContext, hotkey: Account, netuid: int) -> Program[list[StakeLock]]:
    """The locks of all coldkeys to one hotkey of a subnet, the greatest first."""
    netuid, name = netuid_of(netuid), address_of(hotkey)
    entries = yield from storage_map(at, s.LockingColdkeys, netuid, name)
    coldkeys = [ss58.encode(coldkey) for (_, _, coldkey), _ in entries]
    locks = yield from gather(_lock(at, coldkey, name, netuid) for coldkey in coldkeys)
    found = [lock for lock in locks if lock is not None]
    return sorted(found, key=lambda lock: (-lock.amount.rao, lock.coldkey))


def hotkey_conviction(at: BlockContext, hotkey: Account, netuid: int) -> Program[Alpha]:
    """The conviction of all locks to a hotkey on a subnet, cut to whole rao."""
    netuid = netuid_of(netuid)
    bits = yield from call_api(at, api.get_hotkey_conviction, address_of(hotkey), netuid)
    return _amount(bits, netuid)


def subnet_convictions(at: BlockContext, netuid: int) -> Program[dict[str, Alpha]]:
    """The conviction of every hotkey of a subnet that has locks, the greatest first."""
    netuid = netuid_of(netuid)
    entries = yield from storage_map(at, s.LockingColdkeys, netuid)
    hotkeys = list(dict.fromkeys(ss58.encode(hotkey) for (_, hotkey, _), _ in entries))
    found = yield from gather(hotkey_conviction(at, hotkey, netuid) for hotkey in hotkeys)
    rows = sorted(zip(hotkeys, found, strict=True), key=lambda row: (-row[1].rao, row[0]))
    return dict(rows)


def most_convicted_hotkey(at: BlockContext, netuid: int) -> Program[str | None]:
    """The hotkey with the most conviction on a subnet; None if nobody has locked alpha there."""
    method = api.get_most_convicted_hotkey_on_subnet
    found = yield from call_api(at, method, netuid_of(netuid))
    return None if found is None else ss58.encode(found)


def is_perpetual_lock(at: BlockContext, coldkey: Account, netuid: int) -> Program[bool]:
    """Whether a lock of the coldkey on the subnet keeps its amount; without a setting it decays."""
    decays = yield from storage(at, s.DecayingLock, address_of(coldkey), netuid_of(netuid))
    return decays is False


def accepts_locked_alpha(at: BlockContext, coldkey: Account) -> Program[bool]:
    """Whether stake that is locked can be transferred to the coldkey."""
    flags = yield from storage(at, s.AccountFlags, address_of(coldkey))
    return bool(flags & _ACCEPTS_LOCKED_ALPHA)


def _lock(at: BlockContext, coldkey: str, hotkey: str, netuid: int) -> Program[StakeLock | None]:
    found = yield from call_api(at, api.get_coldkey_lock, coldkey, netuid)
    if found is None or not (found["locked_mass"] or found["conviction"]):
        return None
    perpetual = yield from is_perpetual_lock(at, coldkey, netuid)
    amount = Alpha.from_rao(found["locked_mass"], netuid)
    conviction = _amount(found["conviction"], netuid)
    return StakeLock(coldkey, hotkey, netuid, amount, conviction, perpetual)


def _amount(bits: int, netuid: int) -> Alpha:
    return Alpha.from_rao(bits >> _FRACTION_BITS, netuid)
