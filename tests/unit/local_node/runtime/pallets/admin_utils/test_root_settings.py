"""What root sets: the value that each call writes, and the event that tells of it.

As `pallets/admin-utils/src/lib.rs` of Subtensor has them, with the setters in
`pallets/subtensor/src/utils/misc.rs`, `coinbase/root.rs` and `subnets/subnet.rs`. Several of them
say nothing.
"""

from __future__ import annotations

from typing import Any

import pytest

from chain_spec.pallets import evm_chain_id, subtensor
from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.admin_utils.far_epoch import far_epoch
from tests.unit.local_node.runtime.pallets.subtensor.chain import admin, go_to, refused, root
from tests.unit.local_node.runtime.support import decoded_events

# Call, argument, value, storage item, event.
OF_THE_CHAIN = [
    ("default_take", "default_take", 7, storage.MaxDelegateTake, "MaxDelegateTakeSet"),
    ("tx_rate_limit", "tx_rate_limit", 7, storage.TxRateLimit, "TxRateLimitSet"),
    ("subnet_owner_cut", "subnet_owner_cut", 7, storage.SubnetOwnerCut, "SubnetOwnerCutSet"),
    ("network_rate_limit", "rate_limit", 7, storage.NetworkRateLimit, "NetworkRateLimitSet"),
    (
        "network_immunity_period",
        "immunity_period",
        7,
        storage.NetworkImmunityPeriod,
        "NetworkImmunityPeriodSet",
    ),
    ("network_min_lock_cost", "lock_cost", 7, storage.NetworkMinLockCost, "NetworkMinLockCostSet"),
    ("subnet_limit", "max_subnets", 7, storage.SubnetLimit, "SubnetLimitSet"),
    (
        "lock_reduction_interval",
        "interval",
        7,
        storage.NetworkLockReductionInterval,
        "NetworkLockCostReductionIntervalSet",
    ),
    ("stake_threshold", "min_stake", 7, storage.StakeThreshold, "StakeThresholdSet"),
    (
        "tx_delegate_take_rate_limit",
        "tx_rate_limit",
        7,
        storage.TxDelegateTakeRateLimit,
        "TxDelegateTakeRateLimitSet",
    ),
    ("min_delegate_take", "take", 7, storage.MinDelegateTake, "MinDelegateTakeSet"),
    (
        "dissolve_network_schedule_duration",
        "duration",
        7,
        storage.DissolveNetworkScheduleDuration,
        "DissolveNetworkScheduleDurationSet",
    ),
    ("subnet_moving_alpha", "alpha", 7, storage.SubnetMovingAlpha, None),
    (
        "commit_reveal_version",
        "version",
        7,
        storage.CommitRevealWeightsVersion,
        "CommitRevealVersionSet",
    ),
    ("ck_burn", "burn", 7, storage.CKBurn, None),
    ("admin_freeze_window", "window", 7, storage.AdminFreezeWindow, "AdminFreezeWindowSet"),
    (
        "owner_hparam_rate_limit",
        "epochs",
        7,
        storage.OwnerHyperparamRateLimit,
        "OwnerHyperparamRateLimitSet",
    ),
    ("tao_flow_cutoff", "flow_cutoff", -7, storage.TaoFlowCutoff, None),
    ("tao_flow_normalization_exponent", "exponent", 3 << 63, storage.FlowNormExponent, None),
    ("tao_flow_smoothing_factor", "smoothing_factor", 7, storage.FlowEmaSmoothingFactor, None),
    ("net_tao_flow_enabled", "enabled", True, storage.NetTaoFlowEnabled, None),
    ("start_call_delay", "delay", 7, storage.StartCallDelay, "StartCallDelaySet"),
    (
        "coldkey_swap_announcement_delay",
        "duration",
        7,
        storage.ColdkeySwapAnnouncementDelay,
        "ColdkeySwapAnnouncementDelaySet",
    ),
    (
        "coldkey_swap_reannouncement_delay",
        "duration",
        7,
        storage.ColdkeySwapReannouncementDelay,
        "ColdkeySwapReannouncementDelaySet",
    ),
    ("max_mechanism_count", "max_mechanism_count", 16, storage.MaxMechanismCount, None),
    (
        "max_epochs_per_block",
        "max_epochs_per_block",
        7,
        storage.MaxEpochsPerBlock,
        "MaxEpochsPerBlockSet",
    ),
    ("nominator_min_required_stake", "min_stake", 7, storage.NominatorMinRequiredStake, None),
    ("evm_chain_id", "chain_id", 7, evm_chain_id.storage.ChainId, None),
]


# The last column: whether the freeze window before an epoch stops root.
OF_A_SUBNET = [
    ("min_difficulty", "min_difficulty", 7, storage.MinDifficulty, "MinDifficultySet", True),
    (
        "weights_set_rate_limit",
        "weights_set_rate_limit",
        7,
        storage.WeightsSetRateLimit,
        "WeightsSetRateLimitSet",
        False,
    ),
    (
        "adjustment_interval",
        "adjustment_interval",
        7,
        storage.AdjustmentInterval,
        "AdjustmentIntervalSet",
        False,
    ),
    ("kappa", "kappa", 7, storage.Kappa, "KappaSet", False),
    (
        "network_registration_allowed",
        "registration_allowed",
        False,
        storage.NetworkRegistrationAllowed,
        "RegistrationAllowed",
        False,
    ),
    (
        "target_registrations_per_interval",
        "target_registrations_per_interval",
        7,
        storage.TargetRegistrationsPerInterval,
        "RegistrationPerIntervalSet",
        True,
    ),
    ("difficulty", "difficulty", 7, storage.Difficulty, "DifficultySet", True),
    (
        "max_allowed_validators",
        "max_allowed_validators",
        7,
        storage.MaxAllowedValidators,
        "MaxAllowedValidatorsSet",
        True,
    ),
    (
        "max_registrations_per_block",
        "max_registrations_per_block",
        7,
        storage.MaxRegistrationsPerBlock,
        "MaxRegistrationsPerBlockSet",
        True,
    ),
    ("tempo", "tempo", 7, storage.Tempo, "TempoSet", True),
    (
        "rao_recycled",
        "rao_recycled",
        7,
        storage.RAORecycledForRegistration,
        "RAORecycledForRegistrationSet",
        False,
    ),
    (
        "ema_price_halving_period",
        "ema_halving",
        7,
        storage.EMAPriceHalvingBlocks,
        None,
        False,
    ),
    ("subtoken_enabled", "subtoken_enabled", False, storage.SubtokenEnabled, None, True),
    ("min_non_immune_uids", "min", 7, storage.MinNonImmuneUids, "MinNonImmuneUidsSet", False),
    ("owner_cut_enabled", "enabled", False, storage.OwnerCutEnabled, None, True),
    (
        "owner_cut_auto_lock_enabled",
        "enabled",
        True,
        storage.OwnerCutAutoLockEnabled,
        None,
        True,
    ),
]


@pytest.fixture
def ctx() -> Context:
    return far_epoch()


@pytest.mark.parametrize(
    ("name", "argument", "value", "item", "event"),
    OF_THE_CHAIN,
    ids=[row[0] for row in OF_THE_CHAIN],
)
def test_a_value_of_the_chain(
    ctx: Context, name: str, argument: str, value: Any, item: Any, event: str | None
) -> None:
    before = len(decoded_events(ctx))
    admin(ctx, root, f"sudo_set_{name}", **{argument: value})
    assert ctx.get(item) == value
    told = [("SubtensorModule", event, value)] if event else []
    assert decoded_events(ctx)[before:] == told


@pytest.mark.parametrize(
    ("name", "argument", "value", "item", "event", "window"),
    OF_A_SUBNET,
    ids=[row[0] for row in OF_A_SUBNET],
)
def test_a_value_of_a_subnet(
    ctx: Context,
    name: str,
    argument: str,
    value: Any,
    item: Any,
    event: str | None,
    window: bool,
) -> None:
    before = len(decoded_events(ctx))
    admin(ctx, root, f"sudo_set_{name}", netuid=1, **{argument: value})
    assert ctx.get(item, 1) == value
    told = [("SubtensorModule", event, (1, value))] if event else []
    assert decoded_events(ctx)[before:] == told

    # Set anew for the window: a tempo starts its epoch over.
    ctx.put(storage.Tempo, 1, 100)
    ctx.put(storage.LastEpochBlock, 1, 5)
    go_to(ctx, 100)
    if window:
        with refused(subtensor.errors.AdminActionProhibitedDuringWeightsWindow):
            admin(ctx, root, f"sudo_set_{name}", netuid=1, **{argument: value})
    else:
        admin(ctx, root, f"sudo_set_{name}", netuid=1, **{argument: value})


def test_fewer_uids_than_there_are_and_than_may_be(ctx: Context) -> None:
    ctx.put(storage.SubnetworkN, 1, 9)
    before = len(decoded_events(ctx))
    admin(ctx, root, "sudo_set_min_allowed_uids", netuid=1, min_allowed_uids=8)
    assert ctx.get(storage.MinAllowedUids, 1) == 8
    assert decoded_events(ctx)[before:] == [("SubtensorModule", "MinAllowedUidsSet", (1, 8))]
