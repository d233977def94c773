"""A subnet's hyperparameters, in the three forms that clients use.

The third is a list of named values, so that new values need no new form.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chain_spec.hyperparameters import HYPERPARAMETERS_V3
from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import I32F32
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.rpc_info.subnet_fields import (
    MAX_WEIGHT_LIMIT,
    activity_cutoff_blocks,
)
from local_node.runtime.pallets.subtensor.subnets.subnet import subnet_exists

Read = Callable[[Context, int], Any]


def _stored(item: Any) -> Read:
    return lambda ctx, netuid: ctx.get(item, netuid)


def _yuma_version(ctx: Context, netuid: int) -> int:
    return 3 if ctx.get(storage.Yuma3On, netuid) else 2


def _sigmoid_steepness(ctx: Context, netuid: int) -> int:
    return I32F32.from_int(ctx.get(storage.AlphaSigmoidSteepness, netuid))


def _min_childkey_take(ctx: Context, netuid: int) -> int:
    """The subnet's own minimum, never below the chain's."""
    own = ctx.get(storage.MinChildkeyTakePerSubnet, netuid)
    return int(max(ctx.get(storage.MinChildkeyTake), own))


# The hyperparameters of all forms.
_PARAMETERS: dict[str, Read] = {
    "rho": _stored(storage.Rho),
    "kappa": _stored(storage.Kappa),
    "immunity_period": _stored(storage.ImmunityPeriod),
    "min_allowed_weights": _stored(storage.MinAllowedWeights),
    "max_weights_limit": lambda _ctx, _netuid: MAX_WEIGHT_LIMIT,
    "tempo": _stored(storage.Tempo),
    "min_difficulty": _stored(storage.MinDifficulty),
    "max_difficulty": _stored(storage.MaxDifficulty),
    "weights_version": _stored(storage.WeightsVersionKey),
    "weights_rate_limit": _stored(storage.WeightsSetRateLimit),
    "adjustment_interval": _stored(storage.AdjustmentInterval),
    "activity_cutoff": activity_cutoff_blocks,
    "activity_cutoff_factor": _stored(storage.ActivityCutoffFactorMilli),
    "registration_allowed": _stored(storage.NetworkRegistrationAllowed),
    "target_regs_per_interval": _stored(storage.TargetRegistrationsPerInterval),
    "min_burn": _stored(storage.MinBurn),
    "max_burn": _stored(storage.MaxBurn),
    "burn_half_life": _stored(storage.BurnHalfLife),
    "burn_increase_mult": _stored(storage.BurnIncreaseMult),
    "bonds_moving_avg": _stored(storage.BondsMovingAverage),
    "max_regs_per_block": _stored(storage.MaxRegistrationsPerBlock),
    "serving_rate_limit": _stored(storage.ServingRateLimit),
    "max_validators": _stored(storage.MaxAllowedValidators),
    "adjustment_alpha": _stored(storage.AdjustmentAlpha),
    "difficulty": _stored(storage.Difficulty),
    "commit_reveal_period": _stored(storage.RevealPeriodEpochs),
    "commit_reveal_weights_enabled": _stored(storage.CommitRevealWeightsEnabled),
    "alpha_high": lambda ctx, netuid: ctx.get(storage.AlphaValues, netuid)[1],
    "alpha_low": lambda ctx, netuid: ctx.get(storage.AlphaValues, netuid)[0],
    "liquid_alpha_enabled": _stored(storage.LiquidAlphaOn),
    "alpha_sigmoid_steepness": _sigmoid_steepness,
    "yuma_version": _yuma_version,
    "subnet_is_active": _stored(storage.SubtokenEnabled),
    "transfers_enabled": _stored(storage.TransferToggle),
    "bonds_reset_enabled": _stored(storage.BondsResetOn),
    "user_liquidity_enabled": lambda _ctx, _netuid: False,
    "owner_cut_enabled": _stored(storage.OwnerCutEnabled),
    "owner_cut_auto_lock_enabled": _stored(storage.OwnerCutAutoLockEnabled),
    "min_childkey_take": _min_childkey_take,
}
_ONLY_IN_THIRD = (
    "activity_cutoff_factor",
    "burn_half_life",
    "burn_increase_mult",
    "owner_cut_enabled",
    "owner_cut_auto_lock_enabled",
    "min_childkey_take",
)
_SINCE_SECOND = (
    "alpha_sigmoid_steepness",
    "yuma_version",
    "subnet_is_active",
    "transfers_enabled",
    "bonds_reset_enabled",
    "user_liquidity_enabled",
)
_SECOND = tuple(name for name in _PARAMETERS if name not in _ONLY_IN_THIRD)
_FIRST = tuple(name for name in _SECOND if name not in _SINCE_SECOND)
_THIRD = tuple(name for name, _ in HYPERPARAMETERS_V3)


def get_subnet_hyperparams(ctx: Context, netuid: int) -> dict[str, Any] | None:
    return _read(ctx, netuid, _FIRST)


def get_subnet_hyperparams_v2(ctx: Context, netuid: int) -> dict[str, Any] | None:
    return _read(ctx, netuid, _SECOND)


def get_subnet_hyperparams_v3(ctx: Context, netuid: int) -> list[dict[str, Any]] | None:
    values = _read(ctx, netuid, _THIRD)
    if values is None:
        return None
    return [
        {"name": name.encode(), "value": (case, values[name])} for name, case in HYPERPARAMETERS_V3
    ]


def _read(ctx: Context, netuid: int, names: tuple[str, ...]) -> dict[str, Any] | None:
    if not subnet_exists(ctx, netuid):
        return None
    return {name: _PARAMETERS[name](ctx, netuid) for name in names}
