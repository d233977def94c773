"""The weights of a neuron: permission, format and storage.

A row is a list of `(uid, weight)`, scaled so that its greatest weight is 65,535. The order of the
checks is the chain's, since it determines the error.
"""

from __future__ import annotations

from collections.abc import Sequence

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.arithmetic.fixed import I32F32
from local_node.runtime.frame import Context, ensure
from local_node.runtime.pallets.subtensor.staking.stake_weight import stake_weight_of_hotkey
from local_node.runtime.pallets.subtensor.subnets.mechanism import (
    ensure_mechanism_exists,
    mechanism_exists,
    storage_index,
)
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import (
    at,
    is_registered,
    owner_uid,
    set_last_update,
    uid_of,
)
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT

_U16_MAX = 0xFFFF
_PRODUCT_FITS = 32_768


def set_weights_of(
    ctx: Context,
    hotkey: bytes,
    netuid: int,
    mechanism: int,
    uids: Sequence[int],
    values: Sequence[int],
    version_key: int,
) -> None:
    """Check and store the weights that a hotkey sets or has revealed."""
    index = storage_index(netuid, mechanism)
    ensure(netuid != ROOT, errors.CanNotSetRootNetworkWeights)
    ensure(len(uids) == len(values), errors.WeightVecNotEqualSize)
    ensure_mechanism_exists(ctx, netuid, mechanism)
    in_subnet = ctx.get(storage.SubnetworkN, netuid)
    ensure(len(uids) <= in_subnet, errors.UidsLengthExceedUidsInSubNet)
    ensure(is_registered(ctx, netuid, hotkey), errors.HotKeyNotRegisteredInSubNet)
    ensure(has_min_stake(ctx, hotkey, netuid), errors.NotEnoughStakeToSetWeights)
    ensure(_version_matches(ctx, netuid, version_key), errors.IncorrectWeightVersionKey)
    uid = uid_of(ctx, netuid, hotkey)
    # Under commit and reveal the commitment was rate-limited already.
    commit_reveal = ctx.get(storage.CommitRevealWeightsEnabled, netuid)
    if not commit_reveal:
        ensure(passes_rate_limit(ctx, netuid, mechanism, uid), errors.SettingWeightsTooFast)
    _ensure_row_allowed(ctx, netuid, uid, uids, values)

    row = list(zip(uids, max_upscale(values), strict=True))
    ctx.put(storage.Weights, (index, uid), row)
    if not commit_reveal:
        set_last_update(ctx, index, uid, ctx.block_number)
    ctx.emit(events.WeightsSet, index, uid)


def has_min_stake(ctx: Context, hotkey: bytes, netuid: int) -> bool:
    """Whether the hotkey's stake reaches `StakeThreshold`; always true for the owner's hotkey."""
    owner = owner_uid(ctx, netuid)
    if owner is not None and ctx.get(storage.Uids, (netuid, hotkey)) == owner:
        return True
    return bool(
        stake_weight_of_hotkey(ctx, hotkey, netuid).total >= ctx.get(storage.StakeThreshold)
    )


def passes_rate_limit(ctx: Context, netuid: int, mechanism: int, uid: int) -> bool:
    """Whether enough blocks have passed since the neuron's last weights; False without a neuron."""
    if not mechanism_exists(ctx, netuid, mechanism) or not ctx.contains(
        storage.Keys, (netuid, uid)
    ):
        return False
    last = at(ctx.get(storage.LastUpdate, storage_index(netuid, mechanism)), uid, 0)
    since = max(ctx.block_number - last, 0)
    return bool(last == 0 or since >= ctx.get(storage.WeightsSetRateLimit, netuid))


def is_self_weight(uid: int, uids: Sequence[int], values: Sequence[int]) -> bool:
    """Whether a row contains only the neuron itself, which needs no permit."""
    return len(values) == 1 and bool(uids) and uids[0] == uid


def max_upscale(values: Sequence[int]) -> list[int]:
    """Scale so that the greatest value becomes 65,535, rounding to nearest; zeros stay zeros.

    In I32F32, bit for bit: the order of product and quotient depends on the greatest value, since
    the product of large ones would overflow.
    """
    greatest = max(values, default=0)
    if greatest == 0:
        return [0] * len(values)
    full, top = I32F32.from_int(_U16_MAX), I32F32.from_int(greatest)
    fixed = [I32F32.from_int(value) for value in values]
    if greatest > _PRODUCT_FITS:
        factor = I32F32.safe_div(full, top)
        scaled = [I32F32.mul(value, factor) for value in fixed]
    else:
        scaled = [I32F32.safe_div(I32F32.mul(value, full), top) for value in fixed]
    return [I32F32.to_u16(I32F32.round(value)) for value in scaled]


def _ensure_row_allowed(
    ctx: Context, netuid: int, uid: int, uids: Sequence[int], values: Sequence[int]
) -> None:
    alone = is_self_weight(uid, uids, values)
    permitted = (
        alone
        or owner_uid(ctx, netuid) == uid
        or at(ctx.get(storage.ValidatorPermit, netuid), uid, False)
    )
    ensure(permitted, errors.NeuronNoValidatorPermit)
    ensure(len(set(uids)) == len(uids), errors.DuplicateUids)
    exist = all(ctx.contains(storage.Keys, (netuid, target)) for target in uids)
    ensure(exist, errors.UidVecContainInvalidOne)
    required = min(ctx.get(storage.MinAllowedWeights, netuid), ctx.get(storage.SubnetworkN, netuid))
    ensure(alone or len(values) >= required, errors.WeightVecLengthIsLow)


def _version_matches(ctx: Context, netuid: int, version_key: int) -> bool:
    required = ctx.get(storage.WeightsVersionKey, netuid)
    return bool(required == 0 or version_key >= required)
