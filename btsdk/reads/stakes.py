"""Stakes of coldkeys, by hotkey and subnet, and the part of them that locks hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from btsdk.apis import stake_info as api
from btsdk.integers import netuid_of
from btsdk.keys import ss58
from btsdk.reads.accounts import address_of, addresses_of
from btsdk.rpc.effects import Program
from btsdk.rpc.parallel import gather
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api
from btsdk.units import Alpha

if TYPE_CHECKING:
    from btsdk.descriptors import values as v
    from btsdk.descriptors.inputs import Account

_PART = 100
"""Coldkeys in one request, so that the node's answer stays short."""


@dataclass(frozen=True)
class Stake:
    """The alpha of one coldkey on one hotkey and subnet. `emission` is that of the last epoch."""

    coldkey: str
    hotkey: str
    netuid: int
    amount: Alpha
    emission: Alpha
    registered: bool


@dataclass(frozen=True)
class AvailableStake:
    """A coldkey's alpha on one subnet, over all hotkeys. `available` can be unstaked, moved to
    another subnet or burned; `locked` cannot."""

    total: Alpha
    locked: Alpha
    available: Alpha


def stakes(at: BlockContext, coldkey: Account) -> Program[list[Stake]]:
    """All stakes of a coldkey that are not zero."""
    found = yield from call_api(at, api.get_stake_info_for_coldkey, address_of(coldkey))
    return [_stake(info) for info in found]


def stakes_for_coldkeys(
    at: BlockContext, coldkeys: Iterable[Account]
) -> Program[dict[str, list[Stake]]]:
    """The stakes of many coldkeys by address, in one request for each hundred."""
    names = addresses_of(coldkeys, "coldkeys")
    method = api.get_stake_info_for_coldkeys
    parts = yield from gather(call_api(at, method, list(part)) for part in _parts(names))
    found: dict[str, list[Stake]] = {name: [] for name in names}
    for part in parts:
        for coldkey, infos in part:
            found[ss58.encode(coldkey)] = [_stake(info) for info in infos]
    return found


def stake(at: BlockContext, coldkey: Account, hotkey: Account, netuid: int) -> Program[Alpha]:
    """The stake of a coldkey on one hotkey and subnet; zero if there is none."""
    netuid = netuid_of(netuid)
    method = api.get_stake_info_for_hotkey_coldkey_netuid
    keys = address_of(hotkey, "hotkey"), address_of(coldkey, "coldkey")
    info = yield from call_api(at, method, *keys, netuid)
    return Alpha.zero(netuid) if info is None else _stake(info).amount


def stake_availability(at: BlockContext, coldkey: Account, netuid: int) -> Program[AvailableStake]:
    """The free and the locked stake of a coldkey on one subnet."""
    netuid, name = netuid_of(netuid), address_of(coldkey)
    found = yield from stake_availability_for_coldkeys(at, [name], [netuid])
    zero = Alpha.zero(netuid)
    return found[name].get(netuid, AvailableStake(zero, zero, zero))


def stake_availability_for_coldkeys(
    at: BlockContext, coldkeys: Iterable[Account], netuids: Iterable[int] | None = None
) -> Program[dict[str, dict[int, AvailableStake]]]:
    """The free and the locked stake by coldkey and netuid; on all subnets unless some are named."""
    names = addresses_of(coldkeys, "coldkeys")
    wanted = None if netuids is None else [netuid_of(netuid) for netuid in netuids]
    method = api.get_stake_availability_for_coldkeys
    parts = yield from gather(call_api(at, method, list(part), wanted) for part in _parts(names))
    found: dict[str, dict[int, AvailableStake]] = {name: {} for name in names}
    for part in parts:
        for coldkey, rows in part:
            found[ss58.encode(coldkey)] = {netuid: _available(row, netuid) for netuid, row in rows}
    return found


def _parts(names: Sequence[str]) -> list[Sequence[str]]:
    return [names[start : start + _PART] for start in range(0, len(names), _PART)]


def _available(found: v.StakeAvailability, netuid: int) -> AvailableStake:
    return AvailableStake(
        Alpha.from_rao(found["total"], netuid),
        Alpha.from_rao(found["locked"], netuid),
        Alpha.from_rao(found["available"], netuid),
    )


def _stake(info: v.StakeInfo) -> Stake:
    netuid = info["netuid"]
    return Stake(
        coldkey=ss58.encode(info["coldkey"]),
        hotkey=ss58.encode(info["hotkey"]),
        netuid=netuid,
        amount=Alpha.from_rao(info["stake"], netuid),
        emission=Alpha.from_rao(info["emission"], netuid),
        registered=info["is_registered"],
    )
