"""Chain settings that root sets, one call each."""

from __future__ import annotations

from chain_spec.pallets.subtensor import events, storage
from local_node.runtime.pallets.admin_utils.setters import ChainSetter

_SETTERS = (
    ChainSetter(
        "sudo_set_default_take", "default_take", storage.MaxDelegateTake, events.MaxDelegateTakeSet
    ),
    ChainSetter(
        "sudo_set_tx_rate_limit", "tx_rate_limit", storage.TxRateLimit, events.TxRateLimitSet
    ),
    ChainSetter(
        "sudo_set_subnet_owner_cut",
        "subnet_owner_cut",
        storage.SubnetOwnerCut,
        events.SubnetOwnerCutSet,
    ),
    ChainSetter(
        "sudo_set_network_rate_limit",
        "rate_limit",
        storage.NetworkRateLimit,
        events.NetworkRateLimitSet,
    ),
    ChainSetter(
        "sudo_set_network_immunity_period",
        "immunity_period",
        storage.NetworkImmunityPeriod,
        events.NetworkImmunityPeriodSet,
    ),
    ChainSetter(
        "sudo_set_network_min_lock_cost",
        "lock_cost",
        storage.NetworkMinLockCost,
        events.NetworkMinLockCostSet,
    ),
    ChainSetter("sudo_set_subnet_limit", "max_subnets", storage.SubnetLimit, events.SubnetLimitSet),
    ChainSetter(
        "sudo_set_lock_reduction_interval",
        "interval",
        storage.NetworkLockReductionInterval,
        events.NetworkLockCostReductionIntervalSet,
    ),
    ChainSetter(
        "sudo_set_stake_threshold", "min_stake", storage.StakeThreshold, events.StakeThresholdSet
    ),
    ChainSetter(
        "sudo_set_tx_delegate_take_rate_limit",
        "tx_rate_limit",
        storage.TxDelegateTakeRateLimit,
        events.TxDelegateTakeRateLimitSet,
    ),
    ChainSetter(
        "sudo_set_min_delegate_take", "take", storage.MinDelegateTake, events.MinDelegateTakeSet
    ),
    ChainSetter(
        "sudo_set_dissolve_network_schedule_duration",
        "duration",
        storage.DissolveNetworkScheduleDuration,
        events.DissolveNetworkScheduleDurationSet,
    ),
    ChainSetter("sudo_set_subnet_moving_alpha", "alpha", storage.SubnetMovingAlpha),
    ChainSetter(
        "sudo_set_commit_reveal_version",
        "version",
        storage.CommitRevealWeightsVersion,
        events.CommitRevealVersionSet,
    ),
    ChainSetter("sudo_set_ck_burn", "burn", storage.CKBurn),
    ChainSetter(
        "sudo_set_admin_freeze_window",
        "window",
        storage.AdminFreezeWindow,
        events.AdminFreezeWindowSet,
    ),
    ChainSetter(
        "sudo_set_owner_hparam_rate_limit",
        "epochs",
        storage.OwnerHyperparamRateLimit,
        events.OwnerHyperparamRateLimitSet,
    ),
    ChainSetter("sudo_set_tao_flow_cutoff", "flow_cutoff", storage.TaoFlowCutoff),
    ChainSetter(
        "sudo_set_tao_flow_smoothing_factor", "smoothing_factor", storage.FlowEmaSmoothingFactor
    ),
    ChainSetter("sudo_set_net_tao_flow_enabled", "enabled", storage.NetTaoFlowEnabled),
    ChainSetter(
        "sudo_set_start_call_delay", "delay", storage.StartCallDelay, events.StartCallDelaySet
    ),
    ChainSetter(
        "sudo_set_coldkey_swap_announcement_delay",
        "duration",
        storage.ColdkeySwapAnnouncementDelay,
        events.ColdkeySwapAnnouncementDelaySet,
    ),
    ChainSetter(
        "sudo_set_coldkey_swap_reannouncement_delay",
        "duration",
        storage.ColdkeySwapReannouncementDelay,
        events.ColdkeySwapReannouncementDelaySet,
    ),
)

CALLS = tuple(setter.dispatchable() for setter in _SETTERS)
