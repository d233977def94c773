"""The hyperparameters of a subnet: unit, range, call, and who may set each.

A name is that of `get_subnet_hyperparams_v3` where the chain lists the value there. `also` are the
other names in use: of the call, of its argument, and of other clients.
"""

from __future__ import annotations

from difflib import get_close_matches
from enum import Enum
from typing import Any, NamedTuple

from btsdk.descriptors import StorageItem
from btsdk.errors import UsageError
from btsdk.reads.owner_limits import OWNER_HOTKEY, VERSION_KEY, RateLimitKind, parameter_update
from btsdk.storage import subtensor as st

_U16 = (1 << 16) - 1
_U32 = (1 << 32) - 1
_U64 = (1 << 64) - 1


class Unit(Enum):
    """The unit of a hyperparameter; the value is its description."""

    BLOCKS = "blocks"
    EPOCHS = "epochs"
    TAO = "TAO"
    SHARE = "parts of 65,535"
    PER_MILLION = "parts of 1,000,000"
    SHARE_64 = "parts of 18,446,744,073,709,551,615"
    TEMPO_MILLIS = "thousandths of a tempo"
    COUNT = "count"
    NUMBER = "number"
    FACTOR = "factor"
    SWITCH = "on or off"
    CHOICE = "Burn or Recycle"
    ACCOUNT = "account"
    SHARES = "two shares, in parts of 65,535"

    @property
    def whole(self) -> int | None:
        """What makes one, for a unit of parts."""
        return _WHOLE.get(self)


_WHOLE = {
    Unit.SHARE: _U16,
    Unit.SHARES: _U16,
    Unit.PER_MILLION: 1_000_000,
    Unit.SHARE_64: _U64,
}


class Setter(Enum):
    """Who may set a hyperparameter."""

    OWNER_OR_ROOT = "owner or root"
    ROOT = "root"
    NOBODY = "nobody"


class Hyperparameter(NamedTuple):
    """A hyperparameter. `call` is the call that sets it, of `AdminUtils` except for
    `set_activity_cutoff_factor`; empty if there is none. `least` and `most` are its bounds, if the
    state of the chain sets no narrower ones.

    `limit` is the rate limit of the owner, `window` whether the freeze window stops a change, and
    `exists` whether the call looks for the subnet.
    """

    name: str
    unit: Unit
    item: StorageItem[..., Any, Any] | None
    call: str = ""
    limit: RateLimitKind | None = None
    setter: Setter = Setter.OWNER_OR_ROOT
    least: int = 0
    most: int = _U16
    window: bool = True
    exists: bool = True
    event: str = ""
    also: tuple[str, ...] = ()


_both = Hyperparameter


def _root(
    name: str,
    unit: Unit,
    item: StorageItem[..., Any, Any],
    call: str,
    event: str = "",
    *,
    most: int = _U16,
    window: bool = True,
    exists: bool = True,
    also: tuple[str, ...] = (),
) -> Hyperparameter:
    return Hyperparameter(
        name, unit, item, call, None, Setter.ROOT, 0, most, window, exists, event, also
    )


def _read(name: str, unit: Unit, item: StorageItem[..., Any, Any] | None = None) -> Hyperparameter:
    return Hyperparameter(name, unit, item, setter=Setter.NOBODY)


_upd = parameter_update

PARAMETERS: tuple[Hyperparameter, ...] = (
    _both("serving_rate_limit", Unit.BLOCKS, st.ServingRateLimit, "sudo_set_serving_rate_limit",
          _upd("ServingRateLimit"), most=_U64, exists=False, event="ServingRateLimitSet"),
    _both("max_difficulty", Unit.NUMBER, st.MaxDifficulty, "sudo_set_max_difficulty",
          _upd("MaxDifficulty"), most=_U64, event="MaxDifficultySet"),
    _both("weights_version", Unit.NUMBER, st.WeightsVersionKey, "sudo_set_weights_version_key",
          VERSION_KEY, most=_U64, event="WeightsVersionKeySet", also=("weights_version_key",)),
    _both("adjustment_alpha", Unit.SHARE_64, st.AdjustmentAlpha, "sudo_set_adjustment_alpha",
          _upd("AdjustmentAlpha"), most=_U64, event="AdjustmentAlphaSet"),
    _both("immunity_period", Unit.BLOCKS, st.ImmunityPeriod, "sudo_set_immunity_period",
          _upd("ImmunityPeriod"), event="ImmunityPeriodSet"),
    _both("min_allowed_weights", Unit.COUNT, st.MinAllowedWeights,
          "sudo_set_min_allowed_weights", _upd("MinAllowedWeights"),
          event="MinAllowedWeightSet"),
    _both("max_allowed_uids", Unit.COUNT, st.MaxAllowedUids, "sudo_set_max_allowed_uids",
          _upd("MaxAllowedUids"), most=256, event="MaxAllowedUidsSet", also=("max_uids",)),
    _both("rho", Unit.NUMBER, st.Rho, "sudo_set_rho", _upd("Rho")),
    _both("activity_cutoff", Unit.BLOCKS, st.ActivityCutoff, "sudo_set_activity_cutoff",
          _upd("ActivityCutoff"), event="ActivityCutoffSet"),
    _both("min_burn", Unit.TAO, st.MinBurn, "sudo_set_min_burn", _upd("MinBurn"), most=_U64,
          event="MinBurnSet"),
    _both("max_burn", Unit.TAO, st.MaxBurn, "sudo_set_max_burn", _upd("MaxBurn"), most=_U64,
          event="MaxBurnSet"),
    _both("bonds_moving_avg", Unit.PER_MILLION, st.BondsMovingAverage,
          "sudo_set_bonds_moving_average", _upd("BondsMovingAverage"), most=_U64,
          event="BondsMovingAverageSet", also=("bonds_moving_average",)),
    _both("bonds_penalty", Unit.SHARE, st.BondsPenalty, "sudo_set_bonds_penalty",
          _upd("BondsPenalty"), event="BondsPenaltySet"),
    _both("min_childkey_take", Unit.SHARE, st.MinChildkeyTakePerSubnet,
          "sudo_set_min_childkey_take_per_subnet", _upd("MinChildkeyTake"),
          event="MinChildKeyTakePerSubnetSet", also=("min_childkey_take_per_subnet",)),
    _both("commit_reveal_weights_enabled", Unit.SWITCH, st.CommitRevealWeightsEnabled,
          "sudo_set_commit_reveal_weights_enabled", _upd("CommitRevealEnabled"),
          event="CommitRevealEnabled", also=("commit_reveal_enabled",)),
    _both("liquid_alpha_enabled", Unit.SWITCH, st.LiquidAlphaOn,
          "sudo_set_liquid_alpha_enabled", _upd("LiquidAlphaEnabled"), exists=False),
    _both("commit_reveal_period", Unit.EPOCHS, st.RevealPeriodEpochs,
          "sudo_set_commit_reveal_weights_interval", _upd("WeightCommitInterval"), least=1,
          most=100, event="CommitRevealPeriodsSet", also=("commit_reveal_weights_interval",)),
    _both("transfers_enabled", Unit.SWITCH, st.TransferToggle, "sudo_set_toggle_transfer",
          _upd("TransferEnabled"), exists=False, event="TransferToggle",
          also=("toggle_transfer", "transfer_toggle")),
    _both("recycle_or_burn", Unit.CHOICE, st.RecycleOrBurn, "sudo_set_recycle_or_burn",
          _upd("RecycleOrBurn"), exists=False),
    _both("alpha_sigmoid_steepness", Unit.NUMBER, st.AlphaSigmoidSteepness,
          "sudo_set_alpha_sigmoid_steepness", _upd("AlphaSigmoidSteepness"), least=-(1 << 15),
          most=(1 << 15) - 1),
    _both("yuma3_enabled", Unit.SWITCH, st.Yuma3On, "sudo_set_yuma3_enabled",
          _upd("Yuma3Enabled"), exists=False, event="Yuma3EnableToggled", also=("yuma3",)),
    _both("bonds_reset_enabled", Unit.SWITCH, st.BondsResetOn, "sudo_set_bonds_reset_enabled",
          _upd("BondsResetEnabled"), exists=False, event="BondsResetToggled"),
    _both("owner_immune_neuron_limit", Unit.COUNT, st.ImmuneOwnerUidsLimit,
          "sudo_set_owner_immune_neuron_limit", _upd("ImmuneNeuronLimit"), least=1, most=10,
          exists=False, also=("immune_neuron_limit", "immune_neurons")),
    _both("burn_half_life", Unit.BLOCKS, st.BurnHalfLife, "sudo_set_burn_half_life",
          _upd("BurnHalfLife"), least=1, most=36_100, event="BurnHalfLifeSet"),
    _both("burn_increase_mult", Unit.FACTOR, st.BurnIncreaseMult,
          "sudo_set_burn_increase_mult", _upd("BurnIncreaseMult"), least=1 << 64, most=3 << 64,
          event="BurnIncreaseMultSet"),
    _both("alpha_values", Unit.SHARES, st.AlphaValues, "sudo_set_alpha_values",
          _upd("AlphaValues"), least=_U16 // 40, exists=False),
    _both("owner_cut_enabled", Unit.SWITCH, st.OwnerCutEnabled, "sudo_set_owner_cut_enabled"),
    _both("owner_cut_auto_lock_enabled", Unit.SWITCH, st.OwnerCutAutoLockEnabled,
          "sudo_set_owner_cut_auto_lock_enabled"),
    _both("subnet_owner_hotkey", Unit.ACCOUNT, st.SubnetOwnerHotkey,
          "sudo_set_sn_owner_hotkey", OWNER_HOTKEY, window=False, event="SubnetOwnerHotkeySet",
          also=("sn_owner_hotkey", "owner_hotkey")),
    _both("pow_registration_allowed", Unit.SWITCH, st.NetworkPowRegistrationAllowed,
          "sudo_set_network_pow_registration_allowed", _upd("PowRegistrationAllowed"),
          event="PowRegistrationAllowed", also=("network_pow_registration_allowed",)),
    _both("tempo", Unit.BLOCKS, st.Tempo, "sudo_set_tempo", event="TempoSet"),
    _both("activity_cutoff_factor", Unit.TEMPO_MILLIS, st.ActivityCutoffFactorMilli,
          "set_activity_cutoff_factor", _upd("ActivityCutoffFactorMilli"), most=_U32,
          event="ActivityCutoffFactorMilliSet", also=("activity_cutoff_factor_milli",)),
    _root("min_difficulty", Unit.NUMBER, st.MinDifficulty, "sudo_set_min_difficulty",
          "MinDifficultySet", most=_U64),
    _root("difficulty", Unit.NUMBER, st.Difficulty, "sudo_set_difficulty", "DifficultySet",
          most=_U64),
    _root("weights_rate_limit", Unit.BLOCKS, st.WeightsSetRateLimit,
          "sudo_set_weights_set_rate_limit", "WeightsSetRateLimitSet", most=_U64, window=False,
          also=("weights_set_rate_limit",)),
    _root("adjustment_interval", Unit.BLOCKS, st.AdjustmentInterval,
          "sudo_set_adjustment_interval", "AdjustmentIntervalSet", window=False),
    _root("kappa", Unit.SHARE, st.Kappa, "sudo_set_kappa", "KappaSet", window=False),
    _root("registration_allowed", Unit.SWITCH, st.NetworkRegistrationAllowed,
          "sudo_set_network_registration_allowed", "RegistrationAllowed", window=False,
          exists=False, also=("network_registration_allowed",)),
    _root("target_regs_per_interval", Unit.COUNT, st.TargetRegistrationsPerInterval,
          "sudo_set_target_registrations_per_interval", "RegistrationPerIntervalSet",
          also=("target_registrations_per_interval",)),
    _root("max_validators", Unit.COUNT, st.MaxAllowedValidators, "sudo_set_max_allowed_validators",
          "MaxAllowedValidatorsSet", also=("max_allowed_validators",)),
    _root("max_regs_per_block", Unit.COUNT, st.MaxRegistrationsPerBlock,
          "sudo_set_max_registrations_per_block", "MaxRegistrationsPerBlockSet",
          also=("max_registrations_per_block",)),
    _root("rao_recycled", Unit.TAO, st.RAORecycledForRegistration, "sudo_set_rao_recycled",
          "RAORecycledForRegistrationSet", most=_U64, window=False),
    _root("ema_price_halving_period", Unit.BLOCKS, st.EMAPriceHalvingBlocks,
          "sudo_set_ema_price_halving_period", most=_U64, window=False, exists=False,
          also=("ema_halving",)),
    _root("subnet_is_active", Unit.SWITCH, st.SubtokenEnabled, "sudo_set_subtoken_enabled",
          exists=False, also=("subtoken_enabled",)),
    _root("min_allowed_uids", Unit.COUNT, st.MinAllowedUids, "sudo_set_min_allowed_uids",
          "MinAllowedUidsSet"),
    _root("min_non_immune_uids", Unit.COUNT, st.MinNonImmuneUids, "sudo_set_min_non_immune_uids",
          "MinNonImmuneUidsSet", window=False, exists=False),
    _root("subnet_emission_enabled", Unit.SWITCH, st.SubnetEmissionEnabled,
          "sudo_set_subnet_emission_enabled", "SubnetEmissionEnabledSet", window=False),
    _read("max_weights_limit", Unit.SHARE),
    _read("yuma_version", Unit.NUMBER),
    _read("alpha_low", Unit.SHARE),
    _read("alpha_high", Unit.SHARE),
    _read("user_liquidity_enabled", Unit.SWITCH),
)  # fmt: skip
"""All hyperparameters."""

_BY_NAME = {name: one for one in PARAMETERS for name in (one.name, *one.also, one.call) if name}


def parameter(name: str) -> Hyperparameter:
    """A hyperparameter by any of its names; raises `UsageError` with the nearest ones."""
    found = _BY_NAME.get(name)
    if found is None:
        names = [known for known in _BY_NAME if not known.startswith("sudo_")]
        likely = get_close_matches(str(name), names, 3)
        meant = f"Did you mean {' or '.join(likely)}?" if likely else None
        known = ", ".join(sorted(one.name for one in PARAMETERS if one.call))
        raise UsageError(f"there is no hyperparameter {name!r}", hint=meant or f"One of: {known}.")
    return found
