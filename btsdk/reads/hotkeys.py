"""Hotkeys: their owners' lists, their subnets, and the stake that everybody has on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from btsdk.apis import subnet_info as api
from btsdk.constants import subtensor as constants
from btsdk.integers import netuid_of
from btsdk.keys import ss58
from btsdk.reads.accounts import address_of
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api, constant, storage, storage_map
from btsdk.storage import subtensor as s
from btsdk.units import Alpha, Tao

if TYPE_CHECKING:
    from btsdk.descriptors.inputs import Account

_FACTOR_ONE = 1_000_000


@dataclass(frozen=True)
class StakeWeight:
    """What one neuron weighs in consensus, in rao: its alpha and root stake with the parts of
    parents and children, and `total`, where root stake counts with the chain's TAO weight."""

    uid: int
    hotkey: str
    alpha: Alpha
    tao: Tao
    total: Alpha


def owned_hotkeys(at: BlockContext, coldkey: Account) -> Program[list[str]]:
    """The hotkeys that a coldkey owns."""
    found = yield from storage(at, s.OwnedHotkeys, address_of(coldkey))
    return [ss58.encode(hotkey) for hotkey in found]


def staking_hotkeys(at: BlockContext, coldkey: Account) -> Program[list[str]]:
    """The hotkeys on which a coldkey has, or has had, stake."""
    found = yield from storage(at, s.StakingHotkeys, address_of(coldkey))
    return [ss58.encode(hotkey) for hotkey in found]


def netuids_for_hotkey(at: BlockContext, hotkey: Account) -> Program[list[int]]:
    """The subnets on which a hotkey is registered."""
    found = yield from storage_map(at, s.IsNetworkMember, address_of(hotkey))
    return sorted(netuid for (_, netuid), member in found if member)


def hotkey_stake(at: BlockContext, hotkey: Account, netuid: int) -> Program[Alpha]:
    """The stake of all coldkeys on one hotkey of a subnet."""
    netuid = netuid_of(netuid)
    rao = yield from storage(at, s.TotalHotkeyAlpha, address_of(hotkey), netuid)
    return Alpha.from_rao(rao, netuid)


def hotkey_stakes(at: BlockContext, hotkey: Account) -> Program[dict[int, Alpha]]:
    """The stake of all coldkeys on one hotkey, by netuid, where there is some."""
    found = yield from storage_map(at, s.TotalHotkeyAlpha, address_of(hotkey))
    rows = sorted((netuid, rao) for (_, netuid), rao in found if rao)
    return {netuid: Alpha.from_rao(rao, netuid) for netuid, rao in rows}


def total_alpha_staked(at: BlockContext, netuid: int) -> Program[Alpha]:
    """The alpha staked on all hotkeys of a subnet.

    The chain stores no sum: this reads the stake of every hotkey on every subnet. A subnet's
    `alpha_out` is close to it, but counts burned alpha and emission that is not distributed yet.
    """
    netuid = netuid_of(netuid)
    found = yield from storage_map(at, s.TotalHotkeyAlpha)
    return Alpha.from_rao(sum(rao for (_, on), rao in found if on == netuid), netuid)


def stake_weights(at: BlockContext, netuid: int) -> Program[list[StakeWeight]]:
    """What each neuron of a subnet weighs in consensus, by uid; empty if there is no subnet."""
    netuid = netuid_of(netuid)
    found = yield from call_api(at, api.get_subnet_state, netuid)
    if found is None:
        return []
    columns = found["hotkeys"], found["alpha_stake"], found["tao_stake"], found["total_stake"]
    return [
        StakeWeight(
            uid,
            ss58.encode(hotkey),
            Alpha.from_rao(alpha, netuid),
            Tao.from_rao(tao),
            Alpha.from_rao(total, netuid),
        )
        for uid, (hotkey, alpha, tao, total) in enumerate(zip(*columns, strict=True))
    ]


def minimum_required_stake(at: BlockContext) -> Program[Tao]:
    """The least value of a stake on another coldkey's hotkey; the chain sells smaller ones."""
    factor = yield from storage(at, s.NominatorMinRequiredStake)
    least = constant(at, constants.InitialMinStake)
    return Tao.from_rao(least * factor // _FACTOR_ONE)


def auto_stake(at: BlockContext, coldkey: Account, netuid: int) -> Program[str | None]:
    """The hotkey on which a coldkey's mining incentive of a subnet is staked; None if it set
    none."""
    name = address_of(coldkey)
    found = yield from storage(at, s.AutoStakeDestination, name, netuid_of(netuid))
    return None if found is None else ss58.encode(found)


def auto_stakes(at: BlockContext, coldkey: Account) -> Program[dict[int, str]]:
    """The auto-stake hotkeys of a coldkey, by netuid."""
    found = yield from storage_map(at, s.AutoStakeDestination, address_of(coldkey))
    rows = [(netuid, hotkey) for (_, netuid), hotkey in found if hotkey is not None]
    return {netuid: ss58.encode(hotkey) for netuid, hotkey in sorted(rows)}
