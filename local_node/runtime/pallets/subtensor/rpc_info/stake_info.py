"""Stakes: per coldkey, per pair, their locked part, and the fee of a stake."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.locks.positions import stake_availability
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import is_registered
from local_node.runtime.pallets.subtensor.subnets.subnet import all_netuids, subnet_exists
from local_node.runtime.pallets.swap.execution import approximate_fee

Stake = dict[str, Any]
Position = tuple[bytes, int]


def get_stake_info_for_coldkey(ctx: Context, coldkey_account: bytes) -> list[Stake]:
    """Every stake of the coldkey worth at least one rao of alpha, by subnet."""
    hotkeys = ctx.get(storage.StakingHotkeys, coldkey_account)
    return [
        stake
        for netuid in all_netuids(ctx)
        for hotkey in hotkeys
        if (stake := _stake(ctx, hotkey, coldkey_account, netuid))["stake"]
    ]


def get_stake_info_for_coldkeys(
    ctx: Context, coldkey_accounts: Sequence[bytes]
) -> list[tuple[bytes, list[Stake]]]:
    return [(coldkey, get_stake_info_for_coldkey(ctx, coldkey)) for coldkey in coldkey_accounts]


def get_stake_info_for_hotkey_coldkey_netuid(
    ctx: Context, hotkey_account: bytes, coldkey_account: bytes, netuid: int
) -> Stake:
    """The stake of one pair on a subnet, also if it is zero."""
    return _stake(ctx, hotkey_account, coldkey_account, netuid)


def get_stake_availability_for_coldkeys(
    ctx: Context, coldkey_accounts: Sequence[bytes], netuids: Sequence[int] | None
) -> list[tuple[bytes, list[tuple[int, Stake]]]]:
    """Total, locked and available alpha by coldkey and netuid, as pairs sorted by key."""
    wanted = _wanted_netuids(ctx, netuids)
    return [
        (coldkey, _availability(ctx, coldkey, wanted)) for coldkey in sorted(set(coldkey_accounts))
    ]


def get_stake_fee(
    ctx: Context,
    origin: Position | None,
    origin_coldkey_account: bytes,
    destination: Position | None,
    destination_coldkey_account: bytes,
    amount: int,
) -> int:
    """The fee, in rao, for moving an amount between two places; coldkeys have no effect."""
    if origin == destination:
        return 0
    place = destination or origin
    return approximate_fee(ctx, place[1] if place is not None else 0, amount)


def _stake(ctx: Context, hotkey: bytes, coldkey: bytes, netuid: int) -> Stake:
    return {
        "hotkey": hotkey,
        "coldkey": coldkey,
        "netuid": netuid,
        "stake": stake_of(ctx, hotkey, coldkey, netuid),
        "locked": 0,
        "emission": ctx.get(storage.AlphaDividendsPerSubnet, (netuid, hotkey)),
        "tao_emission": 0,
        "drain": 0,
        "is_registered": is_registered(ctx, netuid, hotkey),
    }


def _wanted_netuids(ctx: Context, netuids: Sequence[int] | None) -> list[int]:
    """All netuids, or the requested ones that exist; none if more are requested than exist."""
    existing = all_netuids(ctx)
    if netuids is None:
        return sorted(existing)
    asked = sorted(set(netuids))
    if len(asked) > len(existing):
        return []
    return [netuid for netuid in asked if subnet_exists(ctx, netuid)]


def _availability(ctx: Context, coldkey: bytes, netuids: Sequence[int]) -> list[tuple[int, Stake]]:
    answer = []
    for netuid in netuids:
        total, locked, available = stake_availability(ctx, coldkey, netuid)
        if total or locked:
            stake = {"total": total, "locked": locked, "available": available}
            answer.append((netuid, stake))
    return answer
