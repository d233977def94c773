"""Child hotkeys: who gets which share of a hotkey's stake on a subnet, and their takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from btsdk.integers import netuid_of
from btsdk.keys import ss58
from btsdk.reads.accounts import address_of
from btsdk.reads.delegates import TAKE_ONE
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage, storage_many
from btsdk.storage import subtensor as s

if TYPE_CHECKING:
    from btsdk.descriptors.inputs import Account

ALL = (1 << 64) - 1
"""The whole stake, in the chain's parts of a share."""


@dataclass(frozen=True)
class Kin:
    """A child or a parent of a hotkey, and the share of the parent's stake that the child has."""

    hotkey: str
    share: Fraction


@dataclass(frozen=True)
class PendingChildren:
    """The children that a hotkey has from the first epoch after `block` on."""

    children: tuple[Kin, ...]
    block: int


def children(at: BlockContext, hotkey: Account, netuid: int) -> Program[list[Kin]]:
    """The children of a hotkey on a subnet."""
    found = yield from storage(at, s.ChildKeys, address_of(hotkey), netuid_of(netuid))
    return _kin(found)


def parents(at: BlockContext, hotkey: Account, netuid: int) -> Program[list[Kin]]:
    """The parents of a hotkey on a subnet; the shares are of their stakes."""
    found = yield from storage(at, s.ParentKeys, address_of(hotkey), netuid_of(netuid))
    return _kin(found)


def pending_children(
    at: BlockContext, hotkey: Account, netuid: int
) -> Program[PendingChildren | None]:
    """The children that were set and do not count yet; None if there are none."""
    keys = netuid_of(netuid), address_of(hotkey)
    found, block = yield from storage(at, s.PendingChildKeys, *keys)
    # Pending is also an empty list that removes all children; without an entry the block is 0.
    return PendingChildren(tuple(_kin(found)), block) if found or block else None


def childkey_take(at: BlockContext, hotkey: Account, netuid: int) -> Program[Fraction]:
    """The part of its parents' dividends that a child hotkey takes, at least the minimum."""
    name, netuid = address_of(hotkey), netuid_of(netuid)
    take = yield from storage(at, s.ChildkeyTake, name, netuid)
    least, _ = yield from childkey_take_bounds(at, netuid)
    return max(Fraction(take, TAKE_ONE), least)


def childkey_take_bounds(at: BlockContext, netuid: int) -> Program[tuple[Fraction, Fraction]]:
    """The least and the greatest take of child hotkeys on a subnet."""
    netuid = netuid_of(netuid)
    found = yield from storage_many(
        at,
        [
            (s.MinChildkeyTake, ()),
            (s.MinChildkeyTakePerSubnet, (netuid,)),
            (s.MaxChildkeyTake, ()),
        ],
    )
    chain, subnet, most = found
    return Fraction(max(chain, subnet), TAKE_ONE), Fraction(most, TAKE_ONE)


def auto_parent_delegation(at: BlockContext, hotkey: Account) -> Program[bool]:
    """Whether a root validator becomes a parent of new subnets' owner hotkeys by itself."""
    return (yield from storage(at, s.AutoParentDelegationEnabled, address_of(hotkey)))


def _kin(found: Iterable[tuple[int, bytes]]) -> list[Kin]:
    return [Kin(ss58.encode(hotkey), Fraction(part, ALL)) for part, hotkey in found]
