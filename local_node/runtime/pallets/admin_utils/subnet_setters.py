"""Hyperparameters of a subnet: those that its owner may set within limits, and those of root.

Rows without a window, existence check or event follow the chain, which has none there either.
"""

from __future__ import annotations

from chain_spec.pallets import admin_utils
from chain_spec.pallets.subtensor import events, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.admin_utils import bounds
from local_node.runtime.pallets.admin_utils.setters import SubnetSetter
from local_node.runtime.pallets.subtensor.rate_limits import (
    MAX_UIDS_TRIMMING,
    MECHANISM_COUNT_UPDATE,
    MECHANISM_EMISSION,
    SET_WEIGHTS_VERSION_KEY,
    hyperparameter_update,
)
from local_node.runtime.pallets.subtensor.subnets.lifecycle.tempo_control import apply_tempo
from local_node.runtime.pallets.subtensor.subnets.mechanism import (
    set_emission_split,
    set_mechanism_count,
)
from local_node.runtime.pallets.subtensor.subnets.neurons.trimming import trim_to


def _set_bonds_reset(ctx: Context, netuid: int, enabled: bool) -> None:
    ctx.put(storage.BondsResetOn, netuid, enabled)
    ctx.emit(events.BondsResetOnSet, netuid, enabled)


_BY_OWNER = (
    SubnetSetter(
        "sudo_set_serving_rate_limit",
        "serving_rate_limit",
        storage.ServingRateLimit,
        hyperparameter_update("ServingRateLimit"),
        events.ServingRateLimitSet,
        exists=False,
    ),
    SubnetSetter(
        "sudo_set_max_difficulty",
        "max_difficulty",
        storage.MaxDifficulty,
        hyperparameter_update("MaxDifficulty"),
        events.MaxDifficultySet,
    ),
    SubnetSetter(
        "sudo_set_weights_version_key",
        "weights_version_key",
        storage.WeightsVersionKey,
        SET_WEIGHTS_VERSION_KEY,
        events.WeightsVersionKeySet,
    ),
    SubnetSetter(
        "sudo_set_adjustment_alpha",
        "adjustment_alpha",
        storage.AdjustmentAlpha,
        hyperparameter_update("AdjustmentAlpha"),
        events.AdjustmentAlphaSet,
    ),
    SubnetSetter(
        "sudo_set_immunity_period",
        "immunity_period",
        storage.ImmunityPeriod,
        hyperparameter_update("ImmunityPeriod"),
        events.ImmunityPeriodSet,
    ),
    SubnetSetter(
        "sudo_set_min_allowed_weights",
        "min_allowed_weights",
        storage.MinAllowedWeights,
        hyperparameter_update("MinAllowedWeights"),
        events.MinAllowedWeightSet,
    ),
    SubnetSetter(
        "sudo_set_max_allowed_uids",
        "max_allowed_uids",
        storage.MaxAllowedUids,
        hyperparameter_update("MaxAllowedUids"),
        events.MaxAllowedUidsSet,
        checks=(bounds.max_allowed_uids,),
    ),
    SubnetSetter("sudo_set_rho", "rho", storage.Rho, hyperparameter_update("Rho")),
    SubnetSetter(
        "sudo_set_activity_cutoff",
        "activity_cutoff",
        storage.ActivityCutoff,
        hyperparameter_update("ActivityCutoff"),
        events.ActivityCutoffSet,
        checks=(bounds.activity_cutoff,),
    ),
    SubnetSetter(
        "sudo_set_min_burn",
        "min_burn",
        storage.MinBurn,
        hyperparameter_update("MinBurn"),
        events.MinBurnSet,
        checks=(bounds.min_burn,),
    ),
    SubnetSetter(
        "sudo_set_max_burn",
        "max_burn",
        storage.MaxBurn,
        hyperparameter_update("MaxBurn"),
        events.MaxBurnSet,
        checks=(bounds.max_burn,),
    ),
    SubnetSetter(
        "sudo_set_bonds_moving_average",
        "bonds_moving_average",
        storage.BondsMovingAverage,
        hyperparameter_update("BondsMovingAverage"),
        events.BondsMovingAverageSet,
        owner_checks=(bounds.bonds_moving_average,),
    ),
    SubnetSetter(
        "sudo_set_bonds_penalty",
        "bonds_penalty",
        storage.BondsPenalty,
        hyperparameter_update("BondsPenalty"),
        events.BondsPenaltySet,
    ),
    SubnetSetter(
        "sudo_set_min_childkey_take_per_subnet",
        "take",
        storage.MinChildkeyTakePerSubnet,
        hyperparameter_update("MinChildkeyTake"),
        events.MinChildKeyTakePerSubnetSet,
        checks=(bounds.min_childkey_take,),
    ),
    SubnetSetter(
        "sudo_set_commit_reveal_weights_enabled",
        "enabled",
        storage.CommitRevealWeightsEnabled,
        hyperparameter_update("CommitRevealEnabled"),
        events.CommitRevealEnabled,
    ),
    SubnetSetter(
        "sudo_set_liquid_alpha_enabled",
        "enabled",
        storage.LiquidAlphaOn,
        hyperparameter_update("LiquidAlphaEnabled"),
        exists=False,
    ),
    SubnetSetter(
        "sudo_set_commit_reveal_weights_interval",
        "interval",
        storage.RevealPeriodEpochs,
        hyperparameter_update("WeightCommitInterval"),
        events.CommitRevealPeriodsSet,
        checks=(bounds.reveal_period,),
    ),
    SubnetSetter(
        "sudo_set_toggle_transfer",
        "toggle",
        storage.TransferToggle,
        hyperparameter_update("TransferEnabled"),
        events.TransferToggle,
        exists=False,
    ),
    SubnetSetter(
        "sudo_set_recycle_or_burn",
        "recycle_or_burn",
        storage.RecycleOrBurn,
        hyperparameter_update("RecycleOrBurn"),
        exists=False,
    ),
    SubnetSetter(
        "sudo_set_alpha_sigmoid_steepness",
        "steepness",
        storage.AlphaSigmoidSteepness,
        hyperparameter_update("AlphaSigmoidSteepness"),
        owner_checks=(bounds.sigmoid_steepness,),
    ),
    SubnetSetter(
        "sudo_set_yuma3_enabled",
        "enabled",
        storage.Yuma3On,
        hyperparameter_update("Yuma3Enabled"),
        exists=False,
        event_fields=admin_utils.events.Yuma3EnableToggled,
    ),
    SubnetSetter(
        "sudo_set_bonds_reset_enabled",
        "enabled",
        limit=hyperparameter_update("BondsResetEnabled"),
        exists=False,
        write=_set_bonds_reset,
        event_fields=admin_utils.events.BondsResetToggled,
    ),
    SubnetSetter(
        "sudo_set_owner_immune_neuron_limit",
        "immune_neurons",
        storage.ImmuneOwnerUidsLimit,
        hyperparameter_update("ImmuneNeuronLimit"),
        exists=False,
        checks=(bounds.immune_owner_uids,),
    ),
    SubnetSetter(
        "sudo_set_mechanism_count",
        "mechanism_count",
        limit=MECHANISM_COUNT_UPDATE,
        exists=False,
        write=set_mechanism_count,
    ),
    SubnetSetter(
        "sudo_set_mechanism_emission_split",
        "maybe_split",
        limit=MECHANISM_EMISSION,
        exists=False,
        write=set_emission_split,
    ),
    SubnetSetter(
        "sudo_trim_to_max_allowed_uids",
        "max_n",
        limit=MAX_UIDS_TRIMMING,
        exists=False,
        write=trim_to,
    ),
    SubnetSetter(
        "sudo_set_burn_half_life",
        "burn_half_life",
        storage.BurnHalfLife,
        hyperparameter_update("BurnHalfLife"),
        checks=(bounds.not_root, bounds.burn_half_life),
        event_fields=admin_utils.events.BurnHalfLifeSet,
    ),
    SubnetSetter(
        "sudo_set_burn_increase_mult",
        "burn_increase_mult",
        storage.BurnIncreaseMult,
        hyperparameter_update("BurnIncreaseMult"),
        checks=(bounds.not_root, bounds.burn_increase_mult),
        event_fields=admin_utils.events.BurnIncreaseMultSet,
    ),
)
_BY_ROOT = (
    SubnetSetter(
        "sudo_set_min_difficulty",
        "min_difficulty",
        storage.MinDifficulty,
        event=events.MinDifficultySet,
    ),
    SubnetSetter(
        "sudo_set_weights_set_rate_limit",
        "weights_set_rate_limit",
        storage.WeightsSetRateLimit,
        event=events.WeightsSetRateLimitSet,
        window=False,
    ),
    SubnetSetter(
        "sudo_set_adjustment_interval",
        "adjustment_interval",
        storage.AdjustmentInterval,
        event=events.AdjustmentIntervalSet,
        window=False,
    ),
    SubnetSetter("sudo_set_kappa", "kappa", storage.Kappa, event=events.KappaSet, window=False),
    SubnetSetter(
        "sudo_set_network_registration_allowed",
        "registration_allowed",
        storage.NetworkRegistrationAllowed,
        event=events.RegistrationAllowed,
        window=False,
        exists=False,
    ),
    SubnetSetter(
        "sudo_set_target_registrations_per_interval",
        "target_registrations_per_interval",
        storage.TargetRegistrationsPerInterval,
        event=events.RegistrationPerIntervalSet,
    ),
    SubnetSetter(
        "sudo_set_difficulty", "difficulty", storage.Difficulty, event=events.DifficultySet
    ),
    SubnetSetter(
        "sudo_set_max_allowed_validators",
        "max_allowed_validators",
        storage.MaxAllowedValidators,
        event=events.MaxAllowedValidatorsSet,
        checks=(bounds.max_allowed_validators,),
    ),
    SubnetSetter(
        "sudo_set_max_registrations_per_block",
        "max_registrations_per_block",
        storage.MaxRegistrationsPerBlock,
        event=events.MaxRegistrationsPerBlockSet,
    ),
    SubnetSetter("sudo_set_tempo", "tempo", write=apply_tempo),
    SubnetSetter(
        "sudo_set_rao_recycled",
        "rao_recycled",
        storage.RAORecycledForRegistration,
        event=events.RAORecycledForRegistrationSet,
        window=False,
    ),
    SubnetSetter(
        "sudo_set_ema_price_halving_period",
        "ema_halving",
        storage.EMAPriceHalvingBlocks,
        window=False,
        exists=False,
    ),
    SubnetSetter(
        "sudo_set_subtoken_enabled", "subtoken_enabled", storage.SubtokenEnabled, exists=False
    ),
    SubnetSetter(
        "sudo_set_min_allowed_uids",
        "min_allowed_uids",
        storage.MinAllowedUids,
        event=events.MinAllowedUidsSet,
        checks=(bounds.min_allowed_uids,),
    ),
    SubnetSetter(
        "sudo_set_min_non_immune_uids",
        "min",
        storage.MinNonImmuneUids,
        event=events.MinNonImmuneUidsSet,
        window=False,
        exists=False,
    ),
    SubnetSetter(
        "sudo_set_subnet_emission_enabled",
        "enabled",
        storage.SubnetEmissionEnabled,
        window=False,
        checks=(bounds.not_root,),
        event_fields=admin_utils.events.SubnetEmissionEnabledSet,
    ),
)

CALLS = tuple(setter.dispatchable() for setter in (*_BY_OWNER, *_BY_ROOT))
