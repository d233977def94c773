"""The calls of AdminUtils.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v
    from btsdk.units import Tao


class SwapAuthorities(
    TypedCall, pallet="AdminUtils", name="swap_authorities", shape="63f339219c83b379"
):
    new_authorities: list[bytes]


class SudoSetDefaultTake(
    TypedCall, pallet="AdminUtils", name="sudo_set_default_take", shape="32940f699bfc6652"
):
    default_take: int


class SudoSetTxRateLimit(
    TypedCall, pallet="AdminUtils", name="sudo_set_tx_rate_limit", shape="5391ce4ab8e013f7"
):
    tx_rate_limit: int


class SudoSetServingRateLimit(
    TypedCall, pallet="AdminUtils", name="sudo_set_serving_rate_limit", shape="de4ab10aab7ddf5e"
):
    netuid: v.NetUid
    serving_rate_limit: int


class SudoSetMinDifficulty(
    TypedCall, pallet="AdminUtils", name="sudo_set_min_difficulty", shape="85b6054629c6bcd8"
):
    netuid: v.NetUid
    min_difficulty: int


class SudoSetMaxDifficulty(
    TypedCall, pallet="AdminUtils", name="sudo_set_max_difficulty", shape="57d9bd4036631a40"
):
    netuid: v.NetUid
    max_difficulty: int


class SudoSetWeightsVersionKey(
    TypedCall, pallet="AdminUtils", name="sudo_set_weights_version_key", shape="e08e5dee11ce55ef"
):
    netuid: v.NetUid
    weights_version_key: int


class SudoSetWeightsSetRateLimit(
    TypedCall, pallet="AdminUtils", name="sudo_set_weights_set_rate_limit", shape="d0816fc302d33e4e"
):
    netuid: v.NetUid
    weights_set_rate_limit: int


class SudoSetAdjustmentInterval(
    TypedCall, pallet="AdminUtils", name="sudo_set_adjustment_interval", shape="e0d61c82a92d65cb"
):
    netuid: v.NetUid
    adjustment_interval: int


class SudoSetAdjustmentAlpha(
    TypedCall, pallet="AdminUtils", name="sudo_set_adjustment_alpha", shape="45a348d42420b23f"
):
    netuid: v.NetUid
    adjustment_alpha: int


class SudoSetImmunityPeriod(
    TypedCall, pallet="AdminUtils", name="sudo_set_immunity_period", shape="fb2853d3b1ec8dd8"
):
    netuid: v.NetUid
    immunity_period: int


class SudoSetMinAllowedWeights(
    TypedCall, pallet="AdminUtils", name="sudo_set_min_allowed_weights", shape="a7bde63259f9fead"
):
    netuid: v.NetUid
    min_allowed_weights: int


class SudoSetMaxAllowedUids(
    TypedCall, pallet="AdminUtils", name="sudo_set_max_allowed_uids", shape="13855602410816f7"
):
    netuid: v.NetUid
    max_allowed_uids: int


class SudoSetKappa(TypedCall, pallet="AdminUtils", name="sudo_set_kappa", shape="f8541e71975ab178"):
    netuid: v.NetUid
    kappa: int


class SudoSetRho(TypedCall, pallet="AdminUtils", name="sudo_set_rho", shape="808bfb740d65f549"):
    netuid: v.NetUid
    rho: int


class SudoSetActivityCutoff(
    TypedCall, pallet="AdminUtils", name="sudo_set_activity_cutoff", shape="6b60c2761006bc74"
):
    netuid: v.NetUid
    activity_cutoff: int


class SudoSetNetworkRegistrationAllowed(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_network_registration_allowed",
    shape="4b6ccf877a96c6bb",
):
    netuid: v.NetUid
    registration_allowed: bool


class SudoSetNetworkPowRegistrationAllowed(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_network_pow_registration_allowed",
    shape="4b6ccf877a96c6bb",
):
    netuid: v.NetUid
    registration_allowed: bool


class SudoSetTargetRegistrationsPerInterval(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_target_registrations_per_interval",
    shape="210e541d525a6eef",
):
    netuid: v.NetUid
    target_registrations_per_interval: int


class SudoSetMinBurn(
    TypedCall, pallet="AdminUtils", name="sudo_set_min_burn", shape="cd906cdb2261fd9a"
):
    netuid: v.NetUid
    min_burn: Tao


class SudoSetMaxBurn(
    TypedCall, pallet="AdminUtils", name="sudo_set_max_burn", shape="3f4dded21792fec5"
):
    netuid: v.NetUid
    max_burn: Tao


class SudoSetDifficulty(
    TypedCall, pallet="AdminUtils", name="sudo_set_difficulty", shape="a7b3da865a6444fb"
):
    netuid: v.NetUid
    difficulty: int


class SudoSetMaxAllowedValidators(
    TypedCall, pallet="AdminUtils", name="sudo_set_max_allowed_validators", shape="4830f455ac115d02"
):
    netuid: v.NetUid
    max_allowed_validators: int


class SudoSetBondsMovingAverage(
    TypedCall, pallet="AdminUtils", name="sudo_set_bonds_moving_average", shape="44d1747caea34682"
):
    netuid: v.NetUid
    bonds_moving_average: int


class SudoSetMaxRegistrationsPerBlock(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_max_registrations_per_block",
    shape="5b3b6a08fb755009",
):
    netuid: v.NetUid
    max_registrations_per_block: int


class SudoSetSubnetOwnerCut(
    TypedCall, pallet="AdminUtils", name="sudo_set_subnet_owner_cut", shape="70f758aa80ec2736"
):
    subnet_owner_cut: int


class SudoSetNetworkRateLimit(
    TypedCall, pallet="AdminUtils", name="sudo_set_network_rate_limit", shape="19b5f4f53bf0e506"
):
    rate_limit: int


class SudoSetTempo(TypedCall, pallet="AdminUtils", name="sudo_set_tempo", shape="4c00e61ddd092f71"):
    netuid: v.NetUid
    tempo: int


class SudoSetTotalIssuance(
    TypedCall, pallet="AdminUtils", name="sudo_set_total_issuance", shape="1a63ca1da132207d"
):
    total_issuance: Tao


class SudoSetNetworkImmunityPeriod(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_network_immunity_period",
    shape="871744636b5ded3c",
):
    immunity_period: int


class SudoSetNetworkMinLockCost(
    TypedCall, pallet="AdminUtils", name="sudo_set_network_min_lock_cost", shape="645486c6ad9ccf30"
):
    lock_cost: Tao


class SudoSetSubnetLimit(
    TypedCall, pallet="AdminUtils", name="sudo_set_subnet_limit", shape="43c87e02ca986bdc"
):
    max_subnets: int


class SudoSetLockReductionInterval(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_lock_reduction_interval",
    shape="c6c8ec83b5d2c905",
):
    interval: int


class SudoSetRaoRecycled(
    TypedCall, pallet="AdminUtils", name="sudo_set_rao_recycled", shape="afe482ce8448eedd"
):
    netuid: v.NetUid
    rao_recycled: Tao


class SudoSetStakeThreshold(
    TypedCall, pallet="AdminUtils", name="sudo_set_stake_threshold", shape="81b0ef59c99078e5"
):
    min_stake: int


class SudoSetNominatorMinRequiredStake(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_nominator_min_required_stake",
    shape="81b0ef59c99078e5",
):
    min_stake: int


class SudoSetTxDelegateTakeRateLimit(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_tx_delegate_take_rate_limit",
    shape="5391ce4ab8e013f7",
):
    tx_rate_limit: int


class SudoSetMinDelegateTake(
    TypedCall, pallet="AdminUtils", name="sudo_set_min_delegate_take", shape="baba1ab70b838e28"
):
    take: int


class SudoSetCommitRevealWeightsEnabled(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_commit_reveal_weights_enabled",
    shape="2a341926ae028195",
):
    netuid: v.NetUid
    enabled: bool


class SudoSetLiquidAlphaEnabled(
    TypedCall, pallet="AdminUtils", name="sudo_set_liquid_alpha_enabled", shape="2a341926ae028195"
):
    netuid: v.NetUid
    enabled: bool


class SudoSetAlphaValues(
    TypedCall, pallet="AdminUtils", name="sudo_set_alpha_values", shape="bdd599d09f053d45"
):
    netuid: v.NetUid
    alpha_low: int
    alpha_high: int


class SudoSetDissolveNetworkScheduleDuration(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_dissolve_network_schedule_duration",
    shape="dac8f81055764060",
):
    duration: int


class SudoSetCommitRevealWeightsInterval(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_commit_reveal_weights_interval",
    shape="68b8512838e0a4bb",
):
    netuid: v.NetUid
    interval: int


class SudoSetEvmChainId(
    TypedCall, pallet="AdminUtils", name="sudo_set_evm_chain_id", shape="d401301ea18a7fab"
):
    chain_id: int


class ScheduleGrandpaChange(
    TypedCall, pallet="AdminUtils", name="schedule_grandpa_change", shape="0e774762f94882d3"
):
    next_authorities: list[tuple[bytes, int]]
    in_blocks: int
    forced: int | None


class SudoSetBondsPenalty(
    TypedCall, pallet="AdminUtils", name="sudo_set_bonds_penalty", shape="6dd3304adba36069"
):
    netuid: v.NetUid
    bonds_penalty: int


class SudoSetToggleTransfer(
    TypedCall, pallet="AdminUtils", name="sudo_set_toggle_transfer", shape="33bb4f25dde48b8b"
):
    netuid: v.NetUid
    toggle: bool


class SudoToggleEvmPrecompile(
    TypedCall, pallet="AdminUtils", name="sudo_toggle_evm_precompile", shape="9f881f1d78b9cf61"
):
    precompile_id: v.PrecompileEnum
    enabled: bool


class SudoSetSubnetMovingAlpha(
    TypedCall, pallet="AdminUtils", name="sudo_set_subnet_moving_alpha", shape="9315e2789c927eb2"
):
    alpha: int


class SudoSetSubnetOwnerHotkey(
    TypedCall, pallet="AdminUtils", name="sudo_set_subnet_owner_hotkey", shape="28c5057f8bb6201d"
):
    netuid: v.NetUid
    hotkey: i.Account


class SudoSetEmaPriceHalvingPeriod(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_ema_price_halving_period",
    shape="3fe5b38b8a501f46",
):
    netuid: v.NetUid
    ema_halving: int


class SudoSetSubtokenEnabled(
    TypedCall, pallet="AdminUtils", name="sudo_set_subtoken_enabled", shape="9ce73ad3be4a62de"
):
    netuid: v.NetUid
    subtoken_enabled: bool


class SudoSetSnOwnerHotkey(
    TypedCall, pallet="AdminUtils", name="sudo_set_sn_owner_hotkey", shape="28c5057f8bb6201d"
):
    netuid: v.NetUid
    hotkey: i.Account


class SudoSetAlphaSigmoidSteepness(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_alpha_sigmoid_steepness",
    shape="f24e697e16aed688",
):
    netuid: v.NetUid
    steepness: int


class SudoSetYuma3Enabled(
    TypedCall, pallet="AdminUtils", name="sudo_set_yuma3_enabled", shape="2a341926ae028195"
):
    netuid: v.NetUid
    enabled: bool


class SudoSetBondsResetEnabled(
    TypedCall, pallet="AdminUtils", name="sudo_set_bonds_reset_enabled", shape="2a341926ae028195"
):
    netuid: v.NetUid
    enabled: bool


class SudoSetCommitRevealVersion(
    TypedCall, pallet="AdminUtils", name="sudo_set_commit_reveal_version", shape="2d0beea581c19034"
):
    version: int


class SudoSetOwnerImmuneNeuronLimit(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_owner_immune_neuron_limit",
    shape="f1029589f6bf5a59",
):
    netuid: v.NetUid
    immune_neurons: int


class SudoSetCkBurn(
    TypedCall, pallet="AdminUtils", name="sudo_set_ck_burn", shape="31c8cb92ca336b69"
):
    burn: int


class SudoSetAdminFreezeWindow(
    TypedCall, pallet="AdminUtils", name="sudo_set_admin_freeze_window", shape="9cf8d51b800ecc63"
):
    window: int


class SudoSetOwnerHparamRateLimit(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_owner_hparam_rate_limit",
    shape="cc9c16530bd49d92",
):
    epochs: int


class SudoSetMechanismCount(
    TypedCall, pallet="AdminUtils", name="sudo_set_mechanism_count", shape="3deba9405dcb1382"
):
    netuid: v.NetUid
    mechanism_count: v.MechId


class SudoSetMechanismEmissionSplit(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_mechanism_emission_split",
    shape="5fe571b44118eb67",
):
    netuid: v.NetUid
    maybe_split: list[int] | None


class SudoTrimToMaxAllowedUids(
    TypedCall, pallet="AdminUtils", name="sudo_trim_to_max_allowed_uids", shape="b5f4a80fc069f851"
):
    netuid: v.NetUid
    max_n: int


class SudoSetMinAllowedUids(
    TypedCall, pallet="AdminUtils", name="sudo_set_min_allowed_uids", shape="9a95b13ac9cbf1ab"
):
    netuid: v.NetUid
    min_allowed_uids: int


class SudoSetRecycleOrBurn(
    TypedCall, pallet="AdminUtils", name="sudo_set_recycle_or_burn", shape="5186a735c226d6a1"
):
    netuid: v.NetUid
    recycle_or_burn: v.RecycleOrBurnEnum


class SudoSetTaoFlowCutoff(
    TypedCall, pallet="AdminUtils", name="sudo_set_tao_flow_cutoff", shape="a8bb8f5c4c60e472"
):
    flow_cutoff: int


class SudoSetTaoFlowNormalizationExponent(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_tao_flow_normalization_exponent",
    shape="6a2f73e587934d17",
):
    exponent: int


class SudoSetTaoFlowSmoothingFactor(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_tao_flow_smoothing_factor",
    shape="ef228c7ac28fdcfd",
):
    smoothing_factor: int


class SudoSetMinNonImmuneUids(
    TypedCall, pallet="AdminUtils", name="sudo_set_min_non_immune_uids", shape="f64df7243ef8e98f"
):
    netuid: v.NetUid
    min: int


class SudoSetStartCallDelay(
    TypedCall, pallet="AdminUtils", name="sudo_set_start_call_delay", shape="6bcb131f9981f832"
):
    delay: int


class SudoSetColdkeySwapAnnouncementDelay(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_coldkey_swap_announcement_delay",
    shape="dac8f81055764060",
):
    duration: int


class SudoSetColdkeySwapReannouncementDelay(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_coldkey_swap_reannouncement_delay",
    shape="dac8f81055764060",
):
    duration: int


class SudoSetMaxMechanismCount(
    TypedCall, pallet="AdminUtils", name="sudo_set_max_mechanism_count", shape="61416cf24e63bd79"
):
    max_mechanism_count: v.MechId


class SudoSetBurnHalfLife(
    TypedCall, pallet="AdminUtils", name="sudo_set_burn_half_life", shape="1d1cf75cab0b7f12"
):
    netuid: v.NetUid
    burn_half_life: int


class SudoSetBurnIncreaseMult(
    TypedCall, pallet="AdminUtils", name="sudo_set_burn_increase_mult", shape="e9ca329c24b41cc8"
):
    netuid: v.NetUid
    burn_increase_mult: int


class SudoSetNetTaoFlowEnabled(
    TypedCall, pallet="AdminUtils", name="sudo_set_net_tao_flow_enabled", shape="08403eef82c01c17"
):
    enabled: bool


class SudoSetOwnerCutEnabled(
    TypedCall, pallet="AdminUtils", name="sudo_set_owner_cut_enabled", shape="2a341926ae028195"
):
    netuid: v.NetUid
    enabled: bool


class SudoSetMinChildkeyTakePerSubnet(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_min_childkey_take_per_subnet",
    shape="da1f7278aa50e1dd",
):
    netuid: v.NetUid
    take: int


class SudoSetSubnetEmissionEnabled(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_subnet_emission_enabled",
    shape="2a341926ae028195",
):
    netuid: v.NetUid
    enabled: bool


class SudoSetOwnerCutAutoLockEnabled(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_owner_cut_auto_lock_enabled",
    shape="2a341926ae028195",
):
    netuid: v.NetUid
    enabled: bool


class SudoSetMaxEpochsPerBlock(
    TypedCall, pallet="AdminUtils", name="sudo_set_max_epochs_per_block", shape="1bfc5df36fce0d5b"
):
    max_epochs_per_block: int


class SudoSetActivityCutoffFactor(
    TypedCall, pallet="AdminUtils", name="sudo_set_activity_cutoff_factor", shape="16c9508d773a1ae1"
):
    netuid: v.NetUid
    factor_milli: int


class SudoSetBasketClaimDust(
    TypedCall, pallet="AdminUtils", name="sudo_set_basket_claim_dust", shape="dd279fa0dd10ea85"
):
    row_cap_rao: int
    row_bps: int
    slice_rao: int
    forfeit_cap_rao: int


class SudoSetBasketConcentrationCap(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_basket_concentration_cap",
    shape="57e1bdee26b507f4",
):
    cap: int


class SudoSetBasketDailyTurnoverCap(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_basket_daily_turnover_cap",
    shape="57e1bdee26b507f4",
):
    cap: int


class SudoSetBasketLiquidityCap(
    TypedCall, pallet="AdminUtils", name="sudo_set_basket_liquidity_cap", shape="57e1bdee26b507f4"
):
    cap: int


class SudoSetBasketMinTradeTao(
    TypedCall, pallet="AdminUtils", name="sudo_set_basket_min_trade_tao", shape="888855cfc83d1aba"
):
    min_trade_rao: int


class SudoSetBasketTradingEnabled(
    TypedCall, pallet="AdminUtils", name="sudo_set_basket_trading_enabled", shape="08403eef82c01c17"
):
    enabled: bool


class SudoSetBasketTradingFrozen(
    TypedCall, pallet="AdminUtils", name="sudo_set_basket_trading_frozen", shape="6384a3f54923b4a1"
):
    hotkey: i.Account
    frozen: bool


class SudoSetCollateralDrainRatio(
    TypedCall, pallet="AdminUtils", name="sudo_set_collateral_drain_ratio", shape="631d85c6b5b76532"
):
    netuid: v.NetUid
    drain_ratio: int


class SudoSetCollateralLockShare(
    TypedCall, pallet="AdminUtils", name="sudo_set_collateral_lock_share", shape="136ba3ab13632c4e"
):
    netuid: v.NetUid
    lock_share: int


class SudoSetEmissionBarQuantile(
    TypedCall, pallet="AdminUtils", name="sudo_set_emission_bar_quantile", shape="b342f1b0e2fd4618"
):
    quantile: int


class SudoSetEmissionBarRank(
    TypedCall, pallet="AdminUtils", name="sudo_set_emission_bar_rank", shape="fec68081945998af"
):
    rank: int


class SudoSetEmissionGateExponent(
    TypedCall, pallet="AdminUtils", name="sudo_set_emission_gate_exponent", shape="6a2f73e587934d17"
):
    exponent: int


class SudoSetEpochConsensus(
    TypedCall, pallet="AdminUtils", name="sudo_set_epoch_consensus", shape="1338de05c53ffd70"
):
    netuid: v.NetUid
    mode: v.EpochConsensus


class SudoSetLiquidAlphaConsensusMode(
    TypedCall,
    pallet="AdminUtils",
    name="sudo_set_liquid_alpha_consensus_mode",
    shape="7bec179fd63df026",
):
    netuid: v.NetUid
    mode: v.ConsensusMode


class SudoTrimNullUidsBatch(
    TypedCall, pallet="AdminUtils", name="sudo_trim_null_uids_batch", shape="1107a8bc503112f9"
):
    netuid: v.NetUid
    target: int
