"""The payments of an epoch: owner's cut, miners' incentive, dividends on alpha and root stake.

Emission by the epoch's scores becomes stake. Invariant: hotkeys are paid in the order of their
accounts; amounts are ``U96F32`` until they are truncated to whole rao for booking.
"""

from __future__ import annotations

from typing import NamedTuple

from chain_spec.pallets.subtensor import events, storage
from local_node.runtime.arithmetic.fixed import U96F32
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import DispatchFailure
from local_node.runtime.pallets.subtensor.coinbase.alpha import (
    burn_subnet_alpha,
    recycle_subnet_alpha,
)
from local_node.runtime.pallets.subtensor.coinbase.child_dividends import split_dividends
from local_node.runtime.pallets.subtensor.coinbase.lease_dividends import distribute_lease_dividends
from local_node.runtime.pallets.subtensor.epoch.mechanisms import (
    HotkeyEmission,
    epoch_with_mechanisms,
)
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import owner_of
from local_node.runtime.pallets.subtensor.staking.locks.lock_stake import lock_alpha
from local_node.runtime.pallets.subtensor.staking.locks.positions import locked_hotkey
from local_node.runtime.pallets.subtensor.staking.root_claims.dividends import accrue_root_dividends
from local_node.runtime.pallets.subtensor.staking.stake import (
    hotkey_stake,
    increase_hotkey_stake,
    increase_stake,
)
from local_node.runtime.pallets.subtensor.staking.stake_weight import tao_weight
from local_node.runtime.pallets.subtensor.staking.take.delegate_take import take_fraction
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT

_U64_MAX = (1 << 64) - 1

Shares = dict[bytes, int]
"""``U96F32`` amounts by hotkey."""


class Pending(NamedTuple):
    """The amounts accrued on a subnet since its last epoch, in rao of alpha."""

    servers: int
    validators: int
    root: int
    owner: int


def distribute_emission(ctx: Context, netuid: int, pending: Pending) -> None:
    """Run the subnet's epoch and pay the pending amounts."""
    total = min(pending.servers + pending.validators + pending.root, _U64_MAX)
    emissions = epoch_with_mechanisms(ctx, netuid, total)
    to_validators = pending.validators
    if not any(emission.servers for emission in emissions):
        # No miner earned anything: the validators also get the miners' part.
        to_validators = min(to_validators + pending.servers, _U64_MAX)
    incentives = {emission.hotkey: emission.servers for emission in emissions}
    dividends = _dividends_by_hotkey(ctx, netuid, emissions)
    alpha, root = _divide(ctx, netuid, dividends, to_validators, pending.root)
    _pay_owner(ctx, netuid, pending.owner)
    _pay_incentives(ctx, netuid, incentives)
    _pay_alpha_dividends(ctx, netuid, alpha)
    _pay_root_dividends(ctx, netuid, root)


def _dividends_by_hotkey(ctx: Context, netuid: int, emissions: list[HotkeyEmission]) -> Shares:
    """The epoch's dividends, with the parents' parts moved to the parents."""
    dividends: Shares = {}
    for emission in emissions:
        for hotkey, share in split_dividends(ctx, emission.hotkey, netuid, emission.validators):
            held = dividends.get(hotkey, 0)
            dividends[hotkey] = U96F32.add(held, U96F32.from_int(share))
    return dict(sorted(dividends.items()))


def _divide(
    ctx: Context, netuid: int, dividends: Shares, alpha_pot: int, root_pot: int
) -> tuple[Shares, Shares]:
    """Both pots divided by each hotkey's dividends, split in proportion to its alpha and root
    stake."""
    weight = tao_weight(ctx)
    alpha: Shares = {}
    root: Shares = {}
    for hotkey, dividend in dividends.items():
        stake = U96F32.from_int(hotkey_stake(ctx, hotkey, netuid))
        root_stake = U96F32.mul(U96F32.from_int(hotkey_stake(ctx, hotkey, ROOT)), weight)
        part = U96F32.safe_div(root_stake, U96F32.add(stake, root_stake))
        root[hotkey] = U96F32.mul(dividend, part)
        alpha[hotkey] = U96F32.sub(dividend, root[hotkey])
    return _parts_of(alpha_pot, alpha), _parts_of(root_pot, root)


def _parts_of(pot: int, shares: Shares) -> Shares:
    total = U96F32.clamp(sum(shares.values()))
    whole = U96F32.from_int(pot)
    return {
        hotkey: U96F32.mul(whole, U96F32.safe_div(share, total)) for hotkey, share in shares.items()
    }


def _pay_owner(ctx: Context, netuid: int, cut: int) -> None:
    has_owner = ctx.contains(storage.SubnetOwner, netuid)
    if not has_owner or not ctx.contains(storage.SubnetOwnerHotkey, netuid):
        return
    coldkey = ctx.get(storage.SubnetOwner, netuid)
    increase_stake(ctx, ctx.get(storage.SubnetOwnerHotkey, netuid), coldkey, netuid, cut)
    lease = ctx.get(storage.SubnetUidToLeaseId, netuid)
    if lease is not None:
        distribute_lease_dividends(ctx, lease, cut)
    if ctx.get(storage.OwnerCutAutoLockEnabled, netuid):
        _lock_owner_cut(ctx, netuid, coldkey, cut)


def _lock_owner_cut(ctx: Context, netuid: int, coldkey: bytes, cut: int) -> None:
    """Add the cut to the owner's lock, or lock it to the subnet's own hotkey; zero adds no lock."""
    hotkey = locked_hotkey(ctx, coldkey, netuid)
    if hotkey is None:
        hotkey = ctx.get(storage.SubnetOwnerHotkey, netuid)
    try:
        lock_alpha(ctx, coldkey, netuid, hotkey, cut)
    except DispatchFailure:
        return


def _pay_incentives(ctx: Context, netuid: int, incentives: dict[bytes, int]) -> None:
    """Stake miners' incentive for their owners; the incentive of the subnet owner is withheld."""
    owners_own = _owner_hotkeys(ctx, netuid)
    total = withheld = 0
    for hotkey, incentive in incentives.items():
        total = min(total + incentive, _U64_MAX)
        if hotkey in owners_own:
            withheld = min(withheld + incentive, _U64_MAX)
            _withhold(ctx, netuid, incentive)
        else:
            _stake_incentive(ctx, netuid, hotkey, incentive)
    proportion = U96F32.safe_div(U96F32.from_int(withheld), U96F32.from_int(total))
    ctx.put(storage.MinerBurned, netuid, proportion)


def _withhold(ctx: Context, netuid: int, incentive: int) -> None:
    if ctx.get(storage.RecycleOrBurn, netuid) == "Recycle":
        recycle_subnet_alpha(ctx, netuid, incentive)
    else:
        burn_subnet_alpha(ctx, netuid, incentive)


def _stake_incentive(ctx: Context, netuid: int, hotkey: bytes, incentive: int) -> None:
    owner = owner_of(ctx, hotkey)
    destination = ctx.get(storage.AutoStakeDestination, (owner, netuid))
    if destination is not None:
        ctx.emit(
            events.AutoStakeAdded,
            netuid=netuid,
            destination=destination,
            hotkey=hotkey,
            owner=owner,
            incentive=incentive,
        )
    increase_stake(ctx, destination or hotkey, owner, netuid, incentive)


def _owner_hotkeys(ctx: Context, netuid: int) -> set[bytes]:
    """The subnet owner's hotkeys with a uid, including the subnet's own."""
    owned = ctx.get(storage.OwnedHotkeys, ctx.get(storage.SubnetOwner, netuid))
    candidates = [*owned]
    if ctx.contains(storage.SubnetOwnerHotkey, netuid):
        candidates.append(ctx.get(storage.SubnetOwnerHotkey, netuid))
    return {hotkey for hotkey in candidates if ctx.contains(storage.Uids, (netuid, hotkey))}


def _pay_alpha_dividends(ctx: Context, netuid: int, dividends: Shares) -> None:
    """Pay the take to the owner, the rest to all stakers of the hotkey."""
    ctx.clear_prefix(storage.AlphaDividendsPerSubnet, netuid)
    for hotkey, dividend in dividends.items():
        rest = _pay_take(ctx, netuid, hotkey, dividend)
        increase_hotkey_stake(ctx, hotkey, netuid, rest)
        ctx.put(storage.AlphaDividendsPerSubnet, (netuid, hotkey), rest)
        stake = hotkey_stake(ctx, hotkey, netuid)
        ctx.put(storage.TotalHotkeyAlphaLastEpoch, (hotkey, netuid), stake)


def _pay_root_dividends(ctx: Context, netuid: int, dividends: Shares) -> None:
    """Pay the take to the owner, and owe the rest to the hotkey's root stakers."""
    ctx.clear_prefix(storage.RootAlphaDividendsPerSubnet, netuid)
    for hotkey, dividend in dividends.items():
        rest = _pay_take(ctx, netuid, hotkey, dividend)
        accrue_root_dividends(ctx, hotkey, netuid, rest)
        ctx.put(storage.RootAlphaDividendsPerSubnet, (netuid, hotkey), rest)


def _pay_take(ctx: Context, netuid: int, hotkey: bytes, dividend: int) -> int:
    """Stake the take for the hotkey's owner; return the rest in whole rao."""
    take = U96F32.mul(take_fraction(ctx, hotkey), dividend)
    increase_stake(ctx, hotkey, owner_of(ctx, hotkey), netuid, U96F32.to_u64(take))
    return U96F32.to_u64(U96F32.sub(dividend, take))
