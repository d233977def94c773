"""Stakes of a coldkey, by hotkey and subnet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from btsdk.apis import stake_info as api
from btsdk.integers import netuid_of
from btsdk.keys import ss58
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api
from btsdk.units import Alpha

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


@dataclass(frozen=True)
class Stake:
    """The alpha of one coldkey on one hotkey and subnet. `emission` is that of the last epoch."""

    coldkey: str
    hotkey: str
    netuid: int
    amount: Alpha
    emission: Alpha
    registered: bool


def stakes(at: BlockContext, coldkey: str) -> Program[list[Stake]]:
    """All stakes of a coldkey that are not zero."""
    found = yield from call_api(at, api.get_stake_info_for_coldkey, ss58.decode(coldkey))
    return [_stake(info) for info in found]


def stake(at: BlockContext, coldkey: str, hotkey: str, netuid: int) -> Program[Alpha]:
    """The stake of a coldkey on one hotkey and subnet; zero if there is none."""
    netuid = netuid_of(netuid)
    method = api.get_stake_info_for_hotkey_coldkey_netuid
    info = yield from call_api(at, method, ss58.decode(hotkey), ss58.decode(coldkey), netuid)
    return Alpha.from_rao(0, netuid) if info is None else _stake(info).amount


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
