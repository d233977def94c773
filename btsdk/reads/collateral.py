"""Collateral of miners: alpha that is locked for a registration, on chains that have it.

It came after spec version 425; other chains refuse these reads by name (`IncompatibleItem`).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from btsdk.errors import NotFound
from btsdk.integers import netuid_of
from btsdk.reads.accounts import address_of
from btsdk.reads.neurons import owner
from btsdk.reads.subnets import bits
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage, storage_many
from btsdk.storage import subtensor
from btsdk.units import Alpha

if TYPE_CHECKING:
    from btsdk.descriptors.inputs import Account

_U16 = (1 << 16) - 1


@dataclass(frozen=True)
class Collateral:
    """The collateral of a coldkey on one of its hotkeys. Of each alpha that the hotkey earns,
    `drain_ratio` alpha of what is `locked` is released, but never below `min_locked`. `earned` is
    what the hotkey has earned since the collateral exists."""

    netuid: int
    hotkey: str
    coldkey: str
    locked: Alpha
    min_locked: Alpha
    earned: Alpha
    drain_ratio: Fraction


@dataclass(frozen=True)
class CollateralRules:
    """What registrations on a subnet lock: `lock_share` of the price instead of burning it. Zero is
    no collateral."""

    netuid: int
    lock_share: Fraction
    drain_ratio: Fraction


def collateral(
    at: BlockContext, netuid: int, hotkey: Account, coldkey: Account | None = None
) -> Program[Collateral | None]:
    """The collateral on a hotkey, by default that of its owner; None if there is none."""
    netuid = netuid_of(netuid)
    subtensor.MinerCollateral.on(at.metadata)
    who = address_of(hotkey, "the hotkey")
    holder = (yield from owner(at, who)) if coldkey is None else address_of(coldkey)
    if holder is None:
        raise NotFound(f"no coldkey owns the hotkey {who}")
    found = yield from storage(at, subtensor.MinerCollateral, netuid, who, holder)
    if found is None:
        return None
    names = ("locked", "min_locked", "earned")
    locked, least, earned = (Alpha.from_rao(int(found[name]), netuid) for name in names)  # type: ignore[literal-required]
    ratio = _ratio(found["drain_ratio"])
    return Collateral(netuid, who, holder, locked, least, earned, ratio)


def coldkey_collateral(at: BlockContext, netuid: int, coldkey: Account) -> Program[Alpha]:
    """The collateral that a coldkey has locked on all its hotkeys of a subnet."""
    netuid = netuid_of(netuid)
    who = address_of(coldkey)
    rao = yield from storage(at, subtensor.ColdkeyMinerCollateral, netuid, who)
    return Alpha.from_rao(rao, netuid)


def collateral_rules(at: BlockContext, netuid: int) -> Program[CollateralRules]:
    """The collateral that registrations on a subnet need."""
    netuid = netuid_of(netuid)
    items = (subtensor.CollateralLockShare, subtensor.CollateralDrainRatio)
    share, ratio = yield from storage_many(at, [(item, (netuid,)) for item in items])
    return CollateralRules(netuid, Fraction(share, _U16), _ratio(ratio))


def _ratio(value: object) -> Fraction:
    return Fraction(bits(value), 1 << 64)
