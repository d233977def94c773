"""The events of SubtensorModule.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.descriptors import values as v
    from btsdk.units import Alpha, Tao


class NetworkAdded(
    TypedEvent, pallet="SubtensorModule", name="NetworkAdded", shape="5722ffbe7044e9fd"
):
    netuid: v.NetUid
    mechanism: int


class NetworkRemoved(
    TypedEvent, pallet="SubtensorModule", name="NetworkRemoved", shape="468ce5553c797118"
):
    netuid: v.NetUid


class StakeAdded(TypedEvent, pallet="SubtensorModule", name="StakeAdded", shape="4d13b1de9c4d6a04"):
    coldkey: str
    hotkey: str
    tao: Tao
    alpha: Alpha
    netuid: v.NetUid
    fee: int


class StakeRemoved(
    TypedEvent, pallet="SubtensorModule", name="StakeRemoved", shape="4d13b1de9c4d6a04"
):
    coldkey: str
    hotkey: str
    tao: Tao
    alpha: Alpha
    netuid: v.NetUid
    fee: int


class StakeMoved(TypedEvent, pallet="SubtensorModule", name="StakeMoved", shape="f9b94eb2f397436c"):
    coldkey: str
    origin_hotkey: str
    origin_netuid: v.NetUid
    destination_hotkey: str
    destination_netuid: v.NetUid
    tao: Tao


class WeightsSet(TypedEvent, pallet="SubtensorModule", name="WeightsSet", shape="5722ffbe7044e9fd"):
    netuid_index: v.NetUidStorageIndex
    uid: int


class NeuronRegistered(
    TypedEvent, pallet="SubtensorModule", name="NeuronRegistered", shape="3ac220abaf0dec09"
):
    netuid: v.NetUid
    uid: int
    hotkey: str


class BulkNeuronsRegistered(
    TypedEvent, pallet="SubtensorModule", name="BulkNeuronsRegistered", shape="5722ffbe7044e9fd"
):
    netuid: int
    count: int


class BulkBalancesSet(
    TypedEvent, pallet="SubtensorModule", name="BulkBalancesSet", shape="5722ffbe7044e9fd"
):
    netuid: int
    count: int


class MaxAllowedUidsSet(
    TypedEvent, pallet="SubtensorModule", name="MaxAllowedUidsSet", shape="5722ffbe7044e9fd"
):
    netuid: v.NetUid
    max_allowed_uids: int


class MaxWeightLimitSet(
    TypedEvent, pallet="SubtensorModule", name="MaxWeightLimitSet", shape="5722ffbe7044e9fd"
):
    netuid: v.NetUid
    max_weight_limit: int


class DifficultySet(
    TypedEvent, pallet="SubtensorModule", name="DifficultySet", shape="2279d7013d8501bf"
):
    netuid: v.NetUid
    difficulty: int


class AdjustmentIntervalSet(
    TypedEvent, pallet="SubtensorModule", name="AdjustmentIntervalSet", shape="5722ffbe7044e9fd"
):
    netuid: v.NetUid
    adjustment_interval: int


class RegistrationPerIntervalSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="RegistrationPerIntervalSet",
    shape="5722ffbe7044e9fd",
):
    netuid: v.NetUid
    registrations_per_interval: int


class MaxRegistrationsPerBlockSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="MaxRegistrationsPerBlockSet",
    shape="5722ffbe7044e9fd",
):
    netuid: v.NetUid
    max_registrations_per_block: int


class ActivityCutoffSet(
    TypedEvent, pallet="SubtensorModule", name="ActivityCutoffSet", shape="5722ffbe7044e9fd"
):
    netuid: v.NetUid
    activity_cutoff: int


class RhoSet(TypedEvent, pallet="SubtensorModule", name="RhoSet", shape="5722ffbe7044e9fd"):
    netuid: v.NetUid
    rho: int


class AlphaSigmoidSteepnessSet(
    TypedEvent, pallet="SubtensorModule", name="AlphaSigmoidSteepnessSet", shape="c5a396ae5460759e"
):
    netuid: v.NetUid
    steepness: int


class KappaSet(TypedEvent, pallet="SubtensorModule", name="KappaSet", shape="5722ffbe7044e9fd"):
    netuid: v.NetUid
    kappa: int


class MinAllowedWeightSet(
    TypedEvent, pallet="SubtensorModule", name="MinAllowedWeightSet", shape="5722ffbe7044e9fd"
):
    netuid: v.NetUid
    min_allowed_weights: int


class ValidatorPruneLenSet(
    TypedEvent, pallet="SubtensorModule", name="ValidatorPruneLenSet", shape="2279d7013d8501bf"
):
    netuid: v.NetUid
    validator_prune_len: int


class ScalingLawPowerSet(
    TypedEvent, pallet="SubtensorModule", name="ScalingLawPowerSet", shape="5722ffbe7044e9fd"
):
    netuid: v.NetUid
    scaling_law_power: int


class WeightsSetRateLimitSet(
    TypedEvent, pallet="SubtensorModule", name="WeightsSetRateLimitSet", shape="2279d7013d8501bf"
):
    netuid: v.NetUid
    rate_limit: int


class ImmunityPeriodSet(
    TypedEvent, pallet="SubtensorModule", name="ImmunityPeriodSet", shape="5722ffbe7044e9fd"
):
    netuid: v.NetUid
    immunity_period: int


class BondsMovingAverageSet(
    TypedEvent, pallet="SubtensorModule", name="BondsMovingAverageSet", shape="2279d7013d8501bf"
):
    netuid: v.NetUid
    bonds_moving_average: int


class BondsPenaltySet(
    TypedEvent, pallet="SubtensorModule", name="BondsPenaltySet", shape="5722ffbe7044e9fd"
):
    netuid: v.NetUid
    bonds_penalty: int


class BondsResetOnSet(
    TypedEvent, pallet="SubtensorModule", name="BondsResetOnSet", shape="32c12a1d2b9ca6d6"
):
    netuid: v.NetUid
    enabled: bool


class MaxAllowedValidatorsSet(
    TypedEvent, pallet="SubtensorModule", name="MaxAllowedValidatorsSet", shape="5722ffbe7044e9fd"
):
    netuid: v.NetUid
    max_allowed_validators: int


class AxonServed(TypedEvent, pallet="SubtensorModule", name="AxonServed", shape="063aee9b9e2c1338"):
    netuid: v.NetUid
    hotkey: str


class PrometheusServed(
    TypedEvent, pallet="SubtensorModule", name="PrometheusServed", shape="063aee9b9e2c1338"
):
    netuid: v.NetUid
    hotkey: str


class DelegateAdded(
    TypedEvent, pallet="SubtensorModule", name="DelegateAdded", shape="08eed496529d2344"
):
    coldkey: str
    hotkey: str
    take: int


class DefaultTakeSet(
    TypedEvent, pallet="SubtensorModule", name="DefaultTakeSet", shape="468ce5553c797118"
):
    take: int


class WeightsVersionKeySet(
    TypedEvent, pallet="SubtensorModule", name="WeightsVersionKeySet", shape="2279d7013d8501bf"
):
    netuid: v.NetUid
    version_key: int


class MinDifficultySet(
    TypedEvent, pallet="SubtensorModule", name="MinDifficultySet", shape="2279d7013d8501bf"
):
    netuid: v.NetUid
    min_difficulty: int


class MaxDifficultySet(
    TypedEvent, pallet="SubtensorModule", name="MaxDifficultySet", shape="2279d7013d8501bf"
):
    netuid: v.NetUid
    max_difficulty: int


class ServingRateLimitSet(
    TypedEvent, pallet="SubtensorModule", name="ServingRateLimitSet", shape="2279d7013d8501bf"
):
    netuid: v.NetUid
    rate_limit: int


class BurnSet(TypedEvent, pallet="SubtensorModule", name="BurnSet", shape="2279d7013d8501bf"):
    netuid: v.NetUid
    burn: Tao


class MaxBurnSet(TypedEvent, pallet="SubtensorModule", name="MaxBurnSet", shape="2279d7013d8501bf"):
    netuid: v.NetUid
    max_burn: Tao


class MinBurnSet(TypedEvent, pallet="SubtensorModule", name="MinBurnSet", shape="2279d7013d8501bf"):
    netuid: v.NetUid
    min_burn: Tao


class MaxEpochsPerBlockSet(
    TypedEvent, pallet="SubtensorModule", name="MaxEpochsPerBlockSet", shape="d4d0e560bce30e00"
):
    max_epochs: int


class TxRateLimitSet(
    TypedEvent, pallet="SubtensorModule", name="TxRateLimitSet", shape="bee1d349a251a655"
):
    rate_limit: int


class TxDelegateTakeRateLimitSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="TxDelegateTakeRateLimitSet",
    shape="bee1d349a251a655",
):
    rate_limit: int


class TxChildKeyTakeRateLimitSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="TxChildKeyTakeRateLimitSet",
    shape="bee1d349a251a655",
):
    rate_limit: int


class AdminFreezeWindowSet(
    TypedEvent, pallet="SubtensorModule", name="AdminFreezeWindowSet", shape="468ce5553c797118"
):
    blocks: int


class OwnerHyperparamRateLimitSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="OwnerHyperparamRateLimitSet",
    shape="468ce5553c797118",
):
    epochs: int


class MinChildKeyTakeSet(
    TypedEvent, pallet="SubtensorModule", name="MinChildKeyTakeSet", shape="468ce5553c797118"
):
    take: int


class MinChildKeyTakePerSubnetSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="MinChildKeyTakePerSubnetSet",
    shape="5722ffbe7044e9fd",
):
    netuid: v.NetUid
    take: int


class MaxChildKeyTakeSet(
    TypedEvent, pallet="SubtensorModule", name="MaxChildKeyTakeSet", shape="468ce5553c797118"
):
    take: int


class ChildKeyTakeSet(
    TypedEvent, pallet="SubtensorModule", name="ChildKeyTakeSet", shape="8efe746e49781ff5"
):
    hotkey: str
    take: int


class Sudid(TypedEvent, pallet="SubtensorModule", name="Sudid", shape="f71d1d2f78785ce0"):
    result: v.VariantValue


class RegistrationAllowed(
    TypedEvent, pallet="SubtensorModule", name="RegistrationAllowed", shape="32c12a1d2b9ca6d6"
):
    netuid: v.NetUid
    allowed: bool


class PowRegistrationAllowed(
    TypedEvent, pallet="SubtensorModule", name="PowRegistrationAllowed", shape="32c12a1d2b9ca6d6"
):
    netuid: v.NetUid
    allowed: bool


class TempoSet(TypedEvent, pallet="SubtensorModule", name="TempoSet", shape="5722ffbe7044e9fd"):
    netuid: v.NetUid
    tempo: int


class RAORecycledForRegistrationSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="RAORecycledForRegistrationSet",
    shape="2279d7013d8501bf",
):
    netuid: v.NetUid
    recycled: Tao


class StakeThresholdSet(
    TypedEvent, pallet="SubtensorModule", name="StakeThresholdSet", shape="bee1d349a251a655"
):
    min_stake: int


class AdjustmentAlphaSet(
    TypedEvent, pallet="SubtensorModule", name="AdjustmentAlphaSet", shape="2279d7013d8501bf"
):
    netuid: v.NetUid
    adjustment_alpha: int


class Faucet(TypedEvent, pallet="SubtensorModule", name="Faucet", shape="b6c97e4552ab76dd"):
    coldkey: str
    amount: int


class SubnetOwnerCutSet(
    TypedEvent, pallet="SubtensorModule", name="SubnetOwnerCutSet", shape="468ce5553c797118"
):
    cut: int


class NetworkRateLimitSet(
    TypedEvent, pallet="SubtensorModule", name="NetworkRateLimitSet", shape="bee1d349a251a655"
):
    rate_limit: int


class NetworkImmunityPeriodSet(
    TypedEvent, pallet="SubtensorModule", name="NetworkImmunityPeriodSet", shape="bee1d349a251a655"
):
    immunity_period: int


class StartCallDelaySet(
    TypedEvent, pallet="SubtensorModule", name="StartCallDelaySet", shape="bee1d349a251a655"
):
    delay: int


class NetworkMinLockCostSet(
    TypedEvent, pallet="SubtensorModule", name="NetworkMinLockCostSet", shape="bee1d349a251a655"
):
    min_lock_cost: Tao


class SubnetLimitSet(
    TypedEvent, pallet="SubtensorModule", name="SubnetLimitSet", shape="468ce5553c797118"
):
    max_subnets: int


class NetworkLockCostReductionIntervalSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="NetworkLockCostReductionIntervalSet",
    shape="bee1d349a251a655",
):
    interval: int


class TakeDecreased(
    TypedEvent, pallet="SubtensorModule", name="TakeDecreased", shape="08eed496529d2344"
):
    coldkey: str
    hotkey: str
    take: int


class TakeIncreased(
    TypedEvent, pallet="SubtensorModule", name="TakeIncreased", shape="08eed496529d2344"
):
    coldkey: str
    hotkey: str
    take: int


class HotkeySwapped(
    TypedEvent, pallet="SubtensorModule", name="HotkeySwapped", shape="6fc585708cdce1db"
):
    coldkey: str
    old_hotkey: str
    new_hotkey: str


class MaxDelegateTakeSet(
    TypedEvent, pallet="SubtensorModule", name="MaxDelegateTakeSet", shape="468ce5553c797118"
):
    take: int


class MinDelegateTakeSet(
    TypedEvent, pallet="SubtensorModule", name="MinDelegateTakeSet", shape="468ce5553c797118"
):
    take: int


class ColdkeySwapAnnounced(
    TypedEvent, pallet="SubtensorModule", name="ColdkeySwapAnnounced", shape="2614c1f1cb2ca216"
):
    who: str
    new_coldkey_hash: bytes


class ColdkeySwapReset(
    TypedEvent, pallet="SubtensorModule", name="ColdkeySwapReset", shape="cfd772437a3291ab"
):
    who: str


class ColdkeySwapped(
    TypedEvent, pallet="SubtensorModule", name="ColdkeySwapped", shape="e3c7fb8a0ea40af7"
):
    old_coldkey: str
    new_coldkey: str


class ColdkeySwapDisputed(
    TypedEvent, pallet="SubtensorModule", name="ColdkeySwapDisputed", shape="c44cb0b6745f9f33"
):
    coldkey: str


class AllBalanceUnstakedAndTransferredToNewColdkey(
    TypedEvent,
    pallet="SubtensorModule",
    name="AllBalanceUnstakedAndTransferredToNewColdkey",
    shape="abc9ee3c1ed07587",
):
    current_coldkey: str
    new_coldkey: str
    total_balance: Tao


class ArbitrationPeriodExtended(
    TypedEvent, pallet="SubtensorModule", name="ArbitrationPeriodExtended", shape="c44cb0b6745f9f33"
):
    coldkey: str


class SetChildrenScheduled(
    TypedEvent, pallet="SubtensorModule", name="SetChildrenScheduled", shape="202f2a339b3cb22d"
):
    hotkey: str
    netuid: v.NetUid
    cooldown_block: int
    children: list[tuple[int, str]]


class SetChildren(
    TypedEvent, pallet="SubtensorModule", name="SetChildren", shape="b2f5ce726041798f"
):
    hotkey: str
    netuid: v.NetUid
    children: list[tuple[int, str]]


class ChainIdentitySet(
    TypedEvent, pallet="SubtensorModule", name="ChainIdentitySet", shape="8abab28dee4f8673"
):
    coldkey: str


class SubnetIdentitySet(
    TypedEvent, pallet="SubtensorModule", name="SubnetIdentitySet", shape="468ce5553c797118"
):
    netuid: v.NetUid


class SubnetIdentityRemoved(
    TypedEvent, pallet="SubtensorModule", name="SubnetIdentityRemoved", shape="468ce5553c797118"
):
    netuid: v.NetUid


class DissolveNetworkScheduled(
    TypedEvent, pallet="SubtensorModule", name="DissolveNetworkScheduled", shape="57f8963496a8c3b1"
):
    account: str
    netuid: v.NetUid
    execution_block: int


class ColdkeySwapAnnouncementDelaySet(
    TypedEvent,
    pallet="SubtensorModule",
    name="ColdkeySwapAnnouncementDelaySet",
    shape="4709e1998882e448",
):
    delay: int


class ColdkeySwapReannouncementDelaySet(
    TypedEvent,
    pallet="SubtensorModule",
    name="ColdkeySwapReannouncementDelaySet",
    shape="4709e1998882e448",
):
    delay: int


class DissolveNetworkScheduleDurationSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="DissolveNetworkScheduleDurationSet",
    shape="4709e1998882e448",
):
    duration: int


class CRV3WeightsCommitted(
    TypedEvent, pallet="SubtensorModule", name="CRV3WeightsCommitted", shape="72afddd4df4e62c6"
):
    hotkey: str
    netuid_index: v.NetUidStorageIndex
    commit_hash: bytes


class WeightsCommitted(
    TypedEvent, pallet="SubtensorModule", name="WeightsCommitted", shape="72afddd4df4e62c6"
):
    hotkey: str
    netuid_index: v.NetUidStorageIndex
    commit_hash: bytes


class WeightsRevealed(
    TypedEvent, pallet="SubtensorModule", name="WeightsRevealed", shape="72afddd4df4e62c6"
):
    hotkey: str
    netuid_index: v.NetUidStorageIndex
    commit_hash: bytes


class WeightsBatchRevealed(
    TypedEvent, pallet="SubtensorModule", name="WeightsBatchRevealed", shape="0763747131ea88a1"
):
    hotkey: str
    netuid: v.NetUid
    revealed_hashes: list[bytes]


class BatchWeightsCompleted(
    TypedEvent, pallet="SubtensorModule", name="BatchWeightsCompleted", shape="cf3e71591f6fda35"
):
    netuids: list[v.NetUid]
    hotkey: str


class BatchCompletedWithErrors(
    TypedEvent, pallet="SubtensorModule", name="BatchCompletedWithErrors", shape="e4a6a0577479b2b4"
):
    pass


class BatchWeightItemFailed(
    TypedEvent, pallet="SubtensorModule", name="BatchWeightItemFailed", shape="8a35b676e298ffab"
):
    netuid: v.NetUid
    error: v.VariantValue


class StakeTransferred(
    TypedEvent, pallet="SubtensorModule", name="StakeTransferred", shape="cdc5753d6e77805f"
):
    origin_coldkey: str
    destination_coldkey: str
    hotkey: str
    origin_netuid: v.NetUid
    destination_netuid: v.NetUid
    tao: Tao


class StakeSwapped(
    TypedEvent, pallet="SubtensorModule", name="StakeSwapped", shape="8cab0faa46a86c39"
):
    coldkey: str
    hotkey: str
    origin_netuid: v.NetUid
    destination_netuid: v.NetUid
    tao: Tao


class TransferToggle(
    TypedEvent, pallet="SubtensorModule", name="TransferToggle", shape="32c12a1d2b9ca6d6"
):
    netuid: v.NetUid
    enabled: bool


class SubnetOwnerHotkeySet(
    TypedEvent, pallet="SubtensorModule", name="SubnetOwnerHotkeySet", shape="063aee9b9e2c1338"
):
    netuid: v.NetUid
    hotkey: str


class FirstEmissionBlockNumberSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="FirstEmissionBlockNumberSet",
    shape="2279d7013d8501bf",
):
    netuid: v.NetUid
    block: int


class AlphaRecycled(
    TypedEvent, pallet="SubtensorModule", name="AlphaRecycled", shape="45c8ca4011dee98c"
):
    coldkey: str
    hotkey: str
    alpha: Alpha
    netuid: v.NetUid


class AlphaBurned(
    TypedEvent, pallet="SubtensorModule", name="AlphaBurned", shape="45c8ca4011dee98c"
):
    coldkey: str
    hotkey: str
    alpha: Alpha
    netuid: v.NetUid


class EvmKeyAssociated(
    TypedEvent, pallet="SubtensorModule", name="EvmKeyAssociated", shape="8d7864aab82ce414"
):
    netuid: v.NetUid
    hotkey: str
    evm_key: bytes
    block_associated: int


class CRV3WeightsRevealed(
    TypedEvent, pallet="SubtensorModule", name="CRV3WeightsRevealed", shape="063aee9b9e2c1338"
):
    netuid: v.NetUid
    hotkey: str


class CommitRevealPeriodsSet(
    TypedEvent, pallet="SubtensorModule", name="CommitRevealPeriodsSet", shape="2279d7013d8501bf"
):
    netuid: v.NetUid
    periods: int


class CommitRevealEnabled(
    TypedEvent, pallet="SubtensorModule", name="CommitRevealEnabled", shape="32c12a1d2b9ca6d6"
):
    netuid: v.NetUid
    enabled: bool


class HotkeySwappedOnSubnet(
    TypedEvent, pallet="SubtensorModule", name="HotkeySwappedOnSubnet", shape="a8828a8130ab63b2"
):
    coldkey: str
    old_hotkey: str
    new_hotkey: str
    netuid: v.NetUid


class SubnetLeaseCreated(
    TypedEvent, pallet="SubtensorModule", name="SubnetLeaseCreated", shape="e5aaec5c5dc94de6"
):
    beneficiary: str
    lease_id: int
    netuid: v.NetUid
    end_block: int | None


class SubnetLeaseTerminated(
    TypedEvent, pallet="SubtensorModule", name="SubnetLeaseTerminated", shape="87ec949b910985f6"
):
    beneficiary: str
    netuid: v.NetUid


class SymbolUpdated(
    TypedEvent, pallet="SubtensorModule", name="SymbolUpdated", shape="df46b7b666a95ef1"
):
    netuid: v.NetUid
    symbol: bytes


class CommitRevealVersionSet(
    TypedEvent, pallet="SubtensorModule", name="CommitRevealVersionSet", shape="468ce5553c797118"
):
    version: int


class TimelockedWeightsCommitted(
    TypedEvent,
    pallet="SubtensorModule",
    name="TimelockedWeightsCommitted",
    shape="0d4622cfbb5a9f52",
):
    hotkey: str
    netuid_index: v.NetUidStorageIndex
    commit_hash: bytes
    reveal_round: int


class TimelockedWeightsRevealed(
    TypedEvent, pallet="SubtensorModule", name="TimelockedWeightsRevealed", shape="063aee9b9e2c1338"
):
    netuid_index: v.NetUidStorageIndex
    hotkey: str


class AutoStakeAdded(
    TypedEvent, pallet="SubtensorModule", name="AutoStakeAdded", shape="0541060c7965abc4"
):
    netuid: v.NetUid
    destination: str
    hotkey: str
    owner: str
    incentive: Alpha


class IncentiveAlphaEmittedToMiners(
    TypedEvent,
    pallet="SubtensorModule",
    name="IncentiveAlphaEmittedToMiners",
    shape="25ea2dcc2afa63bf",
):
    netuid: v.NetUidStorageIndex
    emissions: list[int]


class MinAllowedUidsSet(
    TypedEvent, pallet="SubtensorModule", name="MinAllowedUidsSet", shape="5722ffbe7044e9fd"
):
    netuid: v.NetUid
    min_allowed_uids: int


class AutoStakeDestinationSet(
    TypedEvent, pallet="SubtensorModule", name="AutoStakeDestinationSet", shape="6efb7597099d56a2"
):
    coldkey: str
    netuid: v.NetUid
    hotkey: str


class MinNonImmuneUidsSet(
    TypedEvent, pallet="SubtensorModule", name="MinNonImmuneUidsSet", shape="5722ffbe7044e9fd"
):
    netuid: v.NetUid
    min_non_immune_uids: int


class RootClaimed(
    TypedEvent, pallet="SubtensorModule", name="RootClaimed", shape="c44cb0b6745f9f33"
):
    coldkey: str


class RootClaimTypeSet(
    TypedEvent, pallet="SubtensorModule", name="RootClaimTypeSet", shape="6bfd3d51d471c7c6"
):
    coldkey: str
    root_claim_type: v.VariantValue


class VotingPowerTrackingEnabled(
    TypedEvent,
    pallet="SubtensorModule",
    name="VotingPowerTrackingEnabled",
    shape="467213f329f06778",
):
    netuid: v.NetUid


class VotingPowerTrackingDisableScheduled(
    TypedEvent,
    pallet="SubtensorModule",
    name="VotingPowerTrackingDisableScheduled",
    shape="dca25401885b989b",
):
    netuid: v.NetUid
    disable_at_block: int


class VotingPowerTrackingDisabled(
    TypedEvent,
    pallet="SubtensorModule",
    name="VotingPowerTrackingDisabled",
    shape="467213f329f06778",
):
    netuid: v.NetUid


class VotingPowerEmaAlphaSet(
    TypedEvent, pallet="SubtensorModule", name="VotingPowerEmaAlphaSet", shape="11a816ac334e00b3"
):
    netuid: v.NetUid
    alpha: int


class SubnetLeaseDividendsDistributed(
    TypedEvent,
    pallet="SubtensorModule",
    name="SubnetLeaseDividendsDistributed",
    shape="24af8ecb03fe8dd2",
):
    lease_id: int
    contributor: str
    alpha: int


class AddStakeBurn(
    TypedEvent, pallet="SubtensorModule", name="AddStakeBurn", shape="1b05d70456add4cc"
):
    netuid: v.NetUid
    hotkey: str
    amount: Tao
    alpha: Alpha


class ColdkeySwapCleared(
    TypedEvent, pallet="SubtensorModule", name="ColdkeySwapCleared", shape="cfd772437a3291ab"
):
    who: str


class TransactionFeePaidWithAlpha(
    TypedEvent,
    pallet="SubtensorModule",
    name="TransactionFeePaidWithAlpha",
    shape="0e4e2d7a31df483a",
):
    who: str
    netuid: v.NetUid
    alpha_fee: Alpha
    tao_amount: Tao


class BurnHalfLifeSet(
    TypedEvent, pallet="SubtensorModule", name="BurnHalfLifeSet", shape="1d1cf75cab0b7f12"
):
    netuid: v.NetUid
    burn_half_life: int


class BurnIncreaseMultSet(
    TypedEvent, pallet="SubtensorModule", name="BurnIncreaseMultSet", shape="e9ca329c24b41cc8"
):
    netuid: v.NetUid
    burn_increase_mult: int


class AutoParentDelegationEnabledSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="AutoParentDelegationEnabledSet",
    shape="b45a34f2d05d4727",
):
    hotkey: str
    enabled: bool


class StakeLocked(
    TypedEvent, pallet="SubtensorModule", name="StakeLocked", shape="70a07c2bb2948bc8"
):
    coldkey: str
    hotkey: str
    netuid: v.NetUid
    amount: Alpha


class StakeUnlocked(
    TypedEvent, pallet="SubtensorModule", name="StakeUnlocked", shape="70a07c2bb2948bc8"
):
    coldkey: str
    hotkey: str
    netuid: v.NetUid
    amount: Alpha


class LockMoved(TypedEvent, pallet="SubtensorModule", name="LockMoved", shape="8fbebbcfd2e863f7"):
    coldkey: str
    origin_hotkey: str
    destination_hotkey: str
    netuid: v.NetUid


class ActivityCutoffFactorMilliSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="ActivityCutoffFactorMilliSet",
    shape="16c9508d773a1ae1",
):
    netuid: v.NetUid
    factor_milli: int


class EpochTriggered(
    TypedEvent, pallet="SubtensorModule", name="EpochTriggered", shape="99541702b92d126d"
):
    netuid: v.NetUid
    by: str
    fires_at: int


class EpochDeferred(
    TypedEvent, pallet="SubtensorModule", name="EpochDeferred", shape="ef745968e64cad3d"
):
    netuid: v.NetUid
    from_block: int
    to_block: int


class EpochSkipped(
    TypedEvent, pallet="SubtensorModule", name="EpochSkipped", shape="2b9cca7ef6c83e19"
):
    netuid: v.NetUid
    block: int


class SubnetOwnerChanged(
    TypedEvent, pallet="SubtensorModule", name="SubnetOwnerChanged", shape="b9167fd0203cff29"
):
    netuid: v.NetUid
    old_coldkey: str
    new_coldkey: str


class PerpetualLockUpdated(
    TypedEvent, pallet="SubtensorModule", name="PerpetualLockUpdated", shape="055ddd4d785885cb"
):
    coldkey: str
    netuid: v.NetUid
    enabled: bool


class RejectLockedAlphaUpdated(
    TypedEvent, pallet="SubtensorModule", name="RejectLockedAlphaUpdated", shape="16542349bfb6b98b"
):
    coldkey: str
    enabled: bool
