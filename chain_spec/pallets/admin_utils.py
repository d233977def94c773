"""Hyperparameters, set by root or by the owner of a subnet."""

from __future__ import annotations

from chain_spec.declare import Call, Error, Event, Map, Pallet, blake2_128_concat
from chain_spec.types import BoundedVec, Option, Tuple, Vec, alias, boolean, i16, u8, u16, u32, u64
from chain_spec.types.consensus import AuraId, GrandpaId
from chain_spec.types.labels import AccountId, BlockNumber
from chain_spec.types.subtensor import PrecompileEnum, RecycleOrBurnEnum
from chain_spec.types.units import I64F64, I96F32, U64F64, MechId, NetUid, TaoBalance


class storage:
    PrecompileEnable = Map(blake2_128_concat(PrecompileEnum), boolean, default=True)


class calls:
    swap_authorities = Call(0, new_authorities=BoundedVec(AuraId, 32))
    sudo_set_default_take = Call(1, default_take=u16)
    sudo_set_tx_rate_limit = Call(2, tx_rate_limit=u64)
    sudo_set_serving_rate_limit = Call(3, netuid=NetUid, serving_rate_limit=u64)
    sudo_set_min_difficulty = Call(4, netuid=NetUid, min_difficulty=u64)
    sudo_set_max_difficulty = Call(5, netuid=NetUid, max_difficulty=u64)
    sudo_set_weights_version_key = Call(6, netuid=NetUid, weights_version_key=u64)
    sudo_set_weights_set_rate_limit = Call(7, netuid=NetUid, weights_set_rate_limit=u64)
    sudo_set_adjustment_interval = Call(8, netuid=NetUid, adjustment_interval=u16)
    sudo_set_adjustment_alpha = Call(9, netuid=NetUid, adjustment_alpha=u64)
    sudo_set_immunity_period = Call(13, netuid=NetUid, immunity_period=u16)
    sudo_set_min_allowed_weights = Call(14, netuid=NetUid, min_allowed_weights=u16)
    sudo_set_max_allowed_uids = Call(15, netuid=NetUid, max_allowed_uids=u16)
    sudo_set_kappa = Call(16, netuid=NetUid, kappa=u16)
    sudo_set_rho = Call(17, netuid=NetUid, rho=u16)
    sudo_set_activity_cutoff = Call(18, netuid=NetUid, activity_cutoff=u16)
    sudo_set_network_registration_allowed = Call(19, netuid=NetUid, registration_allowed=boolean)
    sudo_set_network_pow_registration_allowed = Call(
        20, netuid=NetUid, registration_allowed=boolean
    )
    sudo_set_target_registrations_per_interval = Call(
        21, netuid=NetUid, target_registrations_per_interval=u16
    )
    sudo_set_min_burn = Call(22, netuid=NetUid, min_burn=TaoBalance)
    sudo_set_max_burn = Call(23, netuid=NetUid, max_burn=TaoBalance)
    sudo_set_difficulty = Call(24, netuid=NetUid, difficulty=u64)
    sudo_set_max_allowed_validators = Call(25, netuid=NetUid, max_allowed_validators=u16)
    sudo_set_bonds_moving_average = Call(26, netuid=NetUid, bonds_moving_average=u64)
    sudo_set_max_registrations_per_block = Call(27, netuid=NetUid, max_registrations_per_block=u16)
    sudo_set_subnet_owner_cut = Call(28, subnet_owner_cut=u16)
    sudo_set_network_rate_limit = Call(29, rate_limit=u64)
    sudo_set_tempo = Call(30, netuid=NetUid, tempo=u16)
    sudo_set_total_issuance = Call(33, total_issuance=TaoBalance)
    sudo_set_network_immunity_period = Call(35, immunity_period=u64)
    sudo_set_network_min_lock_cost = Call(36, lock_cost=TaoBalance)
    sudo_set_subnet_limit = Call(37, max_subnets=u16)
    sudo_set_lock_reduction_interval = Call(38, interval=u64)
    sudo_set_rao_recycled = Call(39, netuid=NetUid, rao_recycled=TaoBalance)
    sudo_set_stake_threshold = Call(42, min_stake=u64)
    sudo_set_nominator_min_required_stake = Call(43, min_stake=u64)
    sudo_set_tx_delegate_take_rate_limit = Call(45, tx_rate_limit=u64)
    sudo_set_min_delegate_take = Call(46, take=u16)
    sudo_set_commit_reveal_weights_enabled = Call(49, netuid=NetUid, enabled=boolean)
    sudo_set_liquid_alpha_enabled = Call(50, netuid=NetUid, enabled=boolean)
    sudo_set_alpha_values = Call(51, netuid=NetUid, alpha_low=u16, alpha_high=u16)
    sudo_set_dissolve_network_schedule_duration = Call(55, duration=BlockNumber)
    sudo_set_commit_reveal_weights_interval = Call(57, netuid=NetUid, interval=u64)
    sudo_set_evm_chain_id = Call(58, chain_id=u64)
    schedule_grandpa_change = Call(
        59,
        next_authorities=alias("AuthorityList", Vec(Tuple(GrandpaId, u64))),
        in_blocks=BlockNumber,
        forced=Option(BlockNumber),
    )
    sudo_set_bonds_penalty = Call(60, netuid=NetUid, bonds_penalty=u16)
    sudo_set_toggle_transfer = Call(61, netuid=NetUid, toggle=boolean)
    sudo_toggle_evm_precompile = Call(62, precompile_id=PrecompileEnum, enabled=boolean)
    sudo_set_subnet_moving_alpha = Call(63, alpha=I96F32)
    sudo_set_subnet_owner_hotkey = Call(64, netuid=NetUid, hotkey=AccountId)
    sudo_set_ema_price_halving_period = Call(65, netuid=NetUid, ema_halving=u64)
    sudo_set_subtoken_enabled = Call(66, netuid=NetUid, subtoken_enabled=boolean)
    sudo_set_sn_owner_hotkey = Call(67, netuid=NetUid, hotkey=AccountId)
    sudo_set_alpha_sigmoid_steepness = Call(68, netuid=NetUid, steepness=i16)
    sudo_set_yuma3_enabled = Call(69, netuid=NetUid, enabled=boolean)
    sudo_set_bonds_reset_enabled = Call(70, netuid=NetUid, enabled=boolean)
    sudo_set_commit_reveal_version = Call(71, version=u16)
    sudo_set_owner_immune_neuron_limit = Call(72, netuid=NetUid, immune_neurons=u16)
    sudo_set_ck_burn = Call(73, burn=u64)
    sudo_set_admin_freeze_window = Call(74, window=u16)
    sudo_set_owner_hparam_rate_limit = Call(75, epochs=u16)
    sudo_set_mechanism_count = Call(76, netuid=NetUid, mechanism_count=MechId)
    sudo_set_mechanism_emission_split = Call(77, netuid=NetUid, maybe_split=Option(Vec(u16)))
    sudo_trim_to_max_allowed_uids = Call(78, netuid=NetUid, max_n=u16)
    sudo_set_min_allowed_uids = Call(79, netuid=NetUid, min_allowed_uids=u16)
    sudo_set_recycle_or_burn = Call(
        80,
        netuid=NetUid,
        recycle_or_burn=alias("pallet_subtensor::RecycleOrBurnEnum", RecycleOrBurnEnum),
    )
    sudo_set_tao_flow_cutoff = Call(81, flow_cutoff=I64F64)
    sudo_set_tao_flow_normalization_exponent = Call(82, exponent=U64F64)
    sudo_set_tao_flow_smoothing_factor = Call(83, smoothing_factor=u64)
    sudo_set_min_non_immune_uids = Call(84, netuid=NetUid, min=u16)
    sudo_set_start_call_delay = Call(85, delay=u64)
    sudo_set_coldkey_swap_announcement_delay = Call(86, duration=u32)
    sudo_set_coldkey_swap_reannouncement_delay = Call(87, duration=u32)
    sudo_set_max_mechanism_count = Call(88, max_mechanism_count=MechId)
    sudo_set_burn_half_life = Call(89, netuid=NetUid, burn_half_life=u16)
    sudo_set_burn_increase_mult = Call(90, netuid=NetUid, burn_increase_mult=U64F64)
    sudo_set_net_tao_flow_enabled = Call(91, enabled=boolean)
    sudo_set_owner_cut_enabled = Call(92, netuid=NetUid, enabled=boolean)
    sudo_set_min_childkey_take_per_subnet = Call(93, netuid=NetUid, take=u16)
    sudo_set_subnet_emission_enabled = Call(94, netuid=NetUid, enabled=boolean)
    sudo_set_owner_cut_auto_lock_enabled = Call(95, netuid=NetUid, enabled=boolean)
    sudo_set_max_epochs_per_block = Call(96, max_epochs_per_block=u8)


class events:
    PrecompileUpdated = Event(0, precompile_id=PrecompileEnum, enabled=boolean)
    Yuma3EnableToggled = Event(1, netuid=NetUid, enabled=boolean)
    BondsResetToggled = Event(2, netuid=NetUid, enabled=boolean)
    BurnHalfLifeSet = Event(3, netuid=NetUid, burn_half_life=u16)
    BurnIncreaseMultSet = Event(4, netuid=NetUid, burn_increase_mult=U64F64)
    SubnetEmissionEnabledSet = Event(5, netuid=NetUid, enabled=boolean)


class errors:
    SubnetDoesNotExist = Error(0, "There is no subnet of this netuid; list the subnets.")
    MaxValidatorsLargerThanMaxUIds = Error(
        1, "There cannot be more validators than UIDs; lower the number, or raise the UIDs first."
    )
    MaxAllowedUIdsLessThanCurrentUIds = Error(
        2, "More UIDs are taken than this would allow; trim the subnet first."
    )
    BondsMovingAverageMaxReached = Error(3, "The moving average of bonds is above the maximum.")
    NegativeSigmoidSteepness = Error(4, "The owner may not make the steepness negative.")
    ValueNotInBounds = Error(5, "The value is outside the limits of this hyperparameter.")
    MinAllowedUidsGreaterThanCurrentUids = Error(
        6, "The minimum of UIDs must be below the number that is taken."
    )
    MinAllowedUidsGreaterThanMaxAllowedUids = Error(
        7, "The minimum of UIDs must be below the maximum."
    )
    MaxAllowedUidsLessThanMinAllowedUids = Error(
        8, "The maximum of UIDs must not be below the minimum."
    )
    MaxAllowedUidsGreaterThanDefaultMaxAllowedUids = Error(
        9, "The maximum of UIDs is above what any subnet may have."
    )
    InvalidValue = Error(10, "The value is not one that this hyperparameter can have.")
    NotPermittedOnRootSubnet = Error(11, "This cannot be set for the root network.")
    POWRegistrationDisabled = Error(12, "Registration by proof of work is no longer offered.")
    Deprecated = Error(13, "This call no longer does anything.")


pallet = Pallet(
    "AdminUtils",
    19,
    crate="pallet_admin_utils",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
)
