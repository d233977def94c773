"""`DelegateInfo`: hotkeys that accept stake from others, and their nominators."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.pool.share_pool import (
    SharePool,
    shares_of_hotkey,
    shares_of_pair,
)
from local_node.runtime.pallets.subtensor.staking.stake import hotkey_stake, stake_of
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import at, registered_networks
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, all_netuids

Delegate = dict[str, Any]

_BLOCKS_PER_DAY = 7_200
_THOUSAND_TAO = 1_000 * 10**9
_U16_MAX = 0xFFFF


def get_delegate(ctx: Context, delegate_account: bytes) -> Delegate | None:
    if not ctx.contains(storage.Delegates, delegate_account):
        return None
    return _delegate(ctx, delegate_account)


def get_delegates(ctx: Context) -> list[Delegate]:
    return [_delegate(ctx, hotkey) for hotkey in ctx.keys(storage.Delegates)]


def get_delegated(ctx: Context, delegatee_account: bytes) -> list[tuple[Delegate, tuple[int, int]]]:
    """The coldkey's stakes: the delegate (without its nominators), netuid and alpha."""
    found = []
    for hotkey in ctx.keys(storage.Delegates):
        for netuid, _ in shares_of_pair(ctx, hotkey, delegatee_account):
            delegate = {**_delegate(ctx, hotkey), "nominators": []}
            stake = stake_of(ctx, hotkey, delegatee_account, netuid)
            found.append((delegate, (netuid, stake)))
    return found


def _delegate(ctx: Context, hotkey: bytes) -> Delegate:
    networks = registered_networks(ctx, hotkey)
    per_day = _emission_per_day(ctx, hotkey, networks)
    take = ctx.get(storage.Delegates, hotkey)
    return {
        "delegate_ss58": hotkey,
        "take": take,
        "nominators": _nominators(ctx, hotkey),
        "owner_ss58": ctx.get(storage.Owner, hotkey),
        "registrations": networks,
        "validator_permits": [n for n in networks if _has_permit(ctx, hotkey, n)],
        "return_per_1000": U64F64.to_u64(_return_per_1000(ctx, hotkey, take, per_day)),
        "total_daily_return": U64F64.to_u64(per_day),
    }


def _nominators(ctx: Context, hotkey: bytes) -> list[tuple[bytes, list[tuple[int, int]]]]:
    """The netuids and values of each nominator's shares.

    The chain looks up a netuid by its position in the list of subnets and omits those beyond it.
    With a gap in the numbers it therefore shows another pool's value, and so does this function.
    """
    pools = [SharePool(ctx, hotkey, netuid) for netuid in all_netuids(ctx)]
    nominators: dict[bytes, list[tuple[int, int]]] = {}
    for coldkey, netuid, shares in shares_of_hotkey(ctx, hotkey):
        if not shares.is_zero() and netuid < len(pools):
            value = pools[netuid].value_of_share(shares)
            nominators.setdefault(coldkey, []).append((netuid, value))
    return sorted(nominators.items())


def _has_permit(ctx: Context, hotkey: bytes, netuid: int) -> bool:
    uid = ctx.get(storage.Uids, (netuid, hotkey))
    return uid is not None and bool(at(ctx.get(storage.ValidatorPermit, netuid), uid, False))


def _emission_per_day(ctx: Context, hotkey: bytes, networks: list[int]) -> int:
    """Alpha per day over all subnets, a U64F64, at one epoch per tempo and 7,200 blocks per day."""
    total = 0
    for netuid in networks:
        uid = ctx.get(storage.Uids, (netuid, hotkey))
        tempo = ctx.get(storage.Tempo, netuid)
        if uid is None or tempo == 0:
            continue
        emission = U64F64.from_int(at(ctx.get(storage.Emission, netuid), uid, 0))
        epochs = U64F64.safe_div(U64F64.from_int(_BLOCKS_PER_DAY), U64F64.from_int(tempo))
        total = U64F64.add(total, U64F64.mul(emission, epochs))
    return total


def _return_per_1000(ctx: Context, hotkey: bytes, take: int, per_day: int) -> int:
    """The daily return of 1,000 TAO of root stake after the take, a U64F64."""
    stake = hotkey_stake(ctx, hotkey, ROOT)
    if stake == 0:
        return 0
    taken = U64F64.safe_div(U64F64.from_int(take), U64F64.from_int(_U16_MAX))
    kept = U64F64.mul(per_day, U64F64.sub(U64F64.one, taken))
    thousands = U64F64.safe_div(U64F64.from_int(stake), U64F64.from_int(_THOUSAND_TAO))
    return U64F64.safe_div(kept, thousands)
