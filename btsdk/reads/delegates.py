"""Delegates: hotkeys that take stake from others, their takes, and the stakes on them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from btsdk.apis import delegate_info as api
from btsdk.keys import ss58
from btsdk.reads.accounts import address_of
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api, storage, storage_many
from btsdk.storage import subtensor as s
from btsdk.units import Alpha, Tao

if TYPE_CHECKING:
    from btsdk.descriptors import values as v
    from btsdk.descriptors.inputs import Account

TAKE_ONE = 65_535
"""The whole, in the chain's parts of a take."""


@dataclass(frozen=True)
class Delegate:
    """A hotkey that takes stake from others.

    `take` is the owner's part of the stakers' dividends, `nominators` the stakes on it by coldkey
    and netuid. The two returns are the chain's own estimates: alpha of all subnets a day, counted
    together, and the part of it for 1,000 TAO of root stake.
    """

    hotkey: str
    owner: str
    take: Fraction
    nominators: dict[str, dict[int, Alpha]]
    registrations: tuple[int, ...]
    validator_permits: tuple[int, ...]
    return_per_1000: Tao
    total_daily_return: Tao


@dataclass(frozen=True)
class Delegation:
    """The stake of a coldkey on a delegate's subnet; the delegate is without its nominators."""

    delegate: Delegate
    netuid: int
    amount: Alpha


def delegates(at: BlockContext) -> Program[list[Delegate]]:
    """All delegates."""
    found = yield from call_api(at, api.get_delegates)
    return [_delegate(info) for info in found]


def delegate(at: BlockContext, hotkey: Account) -> Program[Delegate | None]:
    """One delegate; None if the hotkey is none."""
    found = yield from call_api(at, api.get_delegate, address_of(hotkey))
    return None if found is None else _delegate(found)


def is_delegate(at: BlockContext, hotkey: Account) -> Program[bool]:
    """Whether a hotkey is a delegate."""
    return (yield from call_api(at, api.get_delegate, address_of(hotkey))) is not None


def delegated(at: BlockContext, coldkey: Account) -> Program[list[Delegation]]:
    """The stakes of a coldkey on delegates."""
    found = yield from call_api(at, api.get_delegated, address_of(coldkey))
    return [
        Delegation(_delegate(info), netuid, Alpha.from_rao(rao, netuid))
        for info, (netuid, rao) in found
    ]


def delegate_take(at: BlockContext, hotkey: Account) -> Program[Fraction]:
    """The part of its stakers' dividends that a hotkey's owner takes."""
    return Fraction((yield from storage(at, s.Delegates, address_of(hotkey))), TAKE_ONE)


def delegate_take_bounds(at: BlockContext) -> Program[tuple[Fraction, Fraction]]:
    """The least and the greatest delegate take."""
    found = yield from storage_many(at, [(s.MinDelegateTake, ()), (s.MaxDelegateTake, ())])
    least, most = found
    return Fraction(least, TAKE_ONE), Fraction(most, TAKE_ONE)


def _delegate(info: v.DelegateInfo) -> Delegate:
    return Delegate(
        hotkey=ss58.encode(info["delegate_ss58"]),
        owner=ss58.encode(info["owner_ss58"]),
        take=Fraction(info["take"], TAKE_ONE),
        nominators={
            ss58.encode(coldkey): {netuid: Alpha.from_rao(rao, netuid) for netuid, rao in held}
            for coldkey, held in info["nominators"]
        },
        registrations=tuple(info["registrations"]),
        validator_permits=tuple(info["validator_permits"]),
        return_per_1000=Tao.from_rao(info["return_per_1000"]),
        total_daily_return=Tao.from_rao(info["total_daily_return"]),
    )
