"""Mechanisms: the parallel incentive games of one subnet, and their shares of its emission.

Weights, bonds, incentives and last updates are stored per *storage index*, `mechanism * 4096 +
netuid`, so that mechanism 0 has the subnet's own number.
"""

from __future__ import annotations

from collections.abc import Iterator

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import ensure
from local_node.runtime.pallets.subtensor.subnets.subnet import subnet_exists

MAIN = 0
GLOBAL_MAX_SUBNET_COUNT = 4096
MAX_MECHANISM_COUNT_PER_SUBNET = 16
# `DefaultMaxAllowedUids`: the total slots of a subnet's mechanisms.
MAX_UIDS_OVER_ALL_MECHANISMS = 256

_PER_MECHANISM_MAPS = (
    storage.Weights,
    storage.Bonds,
    storage.WeightCommits,
    storage.TimelockedWeightCommits,
)
_U16_MAX = 0xFFFF


def storage_index(netuid: int, mechanism: int = MAIN) -> int:
    """The storage index, saturated at 65,535 as in the chain's arithmetic."""
    return min(min(mechanism * GLOBAL_MAX_SUBNET_COUNT, _U16_MAX) + netuid, _U16_MAX)


def netuid_of(index: int) -> int:
    return index % GLOBAL_MAX_SUBNET_COUNT


def storage_indices(ctx: Context, netuid: int) -> Iterator[int]:
    """The storage index of each current mechanism of the subnet."""
    for mechanism in range(ctx.get(storage.MechanismCountCurrent, netuid)):
        yield storage_index(netuid, mechanism)


def mechanism_exists(ctx: Context, netuid: int, mechanism: int) -> bool:
    return subnet_exists(ctx, netuid) and mechanism < ctx.get(storage.MechanismCountCurrent, netuid)


def ensure_mechanism_exists(ctx: Context, netuid: int, mechanism: int) -> None:
    ensure(mechanism_exists(ctx, netuid, mechanism), errors.MechanismDoesNotExist)


def ensure_uids_fit_mechanisms(max_uids: int, mechanism_count: int) -> None:
    ensure(
        min(max_uids * mechanism_count, _U16_MAX) <= MAX_UIDS_OVER_ALL_MECHANISMS,
        errors.TooManyUIDsPerMechanism,
    )


def set_mechanism_count(ctx: Context, netuid: int, count: int) -> None:
    ensure(subnet_exists(ctx, netuid), errors.MechanismDoesNotExist)
    ensure(count > 0, errors.InvalidValue)
    ensure(count <= ctx.get(storage.MaxMechanismCount), errors.InvalidValue)
    ensure_uids_fit_mechanisms(ctx.get(storage.MaxAllowedUids, netuid), count)
    ensure(count <= MAX_MECHANISM_COUNT_PER_SUBNET, errors.InvalidValue)
    _resize(ctx, netuid, count)


def set_max_mechanism_count(ctx: Context, count: int) -> None:
    ensure(count > 0, errors.InvalidValue)
    ensure(count <= MAX_MECHANISM_COUNT_PER_SUBNET, errors.InvalidValue)
    ctx.set(storage.MaxMechanismCount, count)


def set_emission_split(ctx: Context, netuid: int, split: list[int] | None) -> None:
    """Set the mechanisms' shares in parts of 65,535, or equal ones with `None`."""
    ensure(subnet_exists(ctx, netuid), errors.MechanismDoesNotExist)
    if split is None:
        ctx.remove(storage.MechanismEmissionSplit, netuid)
        return
    ensure(bool(split), errors.InvalidValue)
    ensure(len(split) <= ctx.get(storage.MechanismCountCurrent, netuid), errors.InvalidValue)
    ensure(sum(split) == _U16_MAX, errors.InvalidValue)
    ctx.put(storage.MechanismEmissionSplit, netuid, split)


def split_emission(ctx: Context, netuid: int, alpha: int) -> list[int]:
    """An emission divided among the subnet's mechanisms; the rounding remainder goes to the
    first."""
    count = ctx.get(storage.MechanismCountCurrent, netuid)
    split = ctx.get(storage.MechanismEmissionSplit, netuid)
    if split is None:
        shares = [alpha // count if count else 0] * count
    else:
        shares = [alpha * part // _U16_MAX for part in split]
    shares = (shares + [0] * count)[:count]
    if shares:
        shares[0] += max(alpha - sum(shares), 0)
    return shares


def _resize(ctx: Context, netuid: int, count: int) -> None:
    old_count = ctx.get(storage.MechanismCountCurrent, netuid)
    if old_count == count:
        return
    for mechanism in range(count, old_count):
        index = storage_index(netuid, mechanism)
        for item in _PER_MECHANISM_MAPS:
            ctx.clear_prefix(item, index)
        ctx.remove(storage.Incentive, index)
        ctx.remove(storage.LastUpdate, index)
    ctx.put(storage.MechanismCountCurrent, netuid, count)
    ctx.remove(storage.MechanismEmissionSplit, netuid)
