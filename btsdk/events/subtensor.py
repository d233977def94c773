"""The events of SubtensorModule.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class NetworkAdded(
    TypedEvent, pallet="SubtensorModule", name="NetworkAdded", shape="5722ffbe7044e9fd"
):
    field_0: v.NetUid
    field_1: int


class NetworkRemoved(
    TypedEvent, pallet="SubtensorModule", name="NetworkRemoved", shape="468ce5553c797118"
):
    field_0: v.NetUid


class StakeAdded(TypedEvent, pallet="SubtensorModule", name="StakeAdded", shape="4d13b1de9c4d6a04"):
    field_0: v.AccountId
    field_1: v.AccountId
    field_2: int
    field_3: int
    field_4: v.NetUid
    field_5: int


class StakeRemoved(
    TypedEvent, pallet="SubtensorModule", name="StakeRemoved", shape="4d13b1de9c4d6a04"
):
    field_0: v.AccountId
    field_1: v.AccountId
    field_2: int
    field_3: int
    field_4: v.NetUid
    field_5: int


class StakeMoved(TypedEvent, pallet="SubtensorModule", name="StakeMoved", shape="f9b94eb2f397436c"):
    field_0: v.AccountId
    field_1: v.AccountId
    field_2: v.NetUid
    field_3: v.AccountId
    field_4: v.NetUid
    field_5: int


class WeightsSet(TypedEvent, pallet="SubtensorModule", name="WeightsSet", shape="5722ffbe7044e9fd"):
    field_0: v.NetUidStorageIndex
    field_1: int


class NeuronRegistered(
    TypedEvent, pallet="SubtensorModule", name="NeuronRegistered", shape="3ac220abaf0dec09"
):
    field_0: v.NetUid
    field_1: int
    field_2: v.AccountId


class BulkNeuronsRegistered(
    TypedEvent, pallet="SubtensorModule", name="BulkNeuronsRegistered", shape="5722ffbe7044e9fd"
):
    field_0: int
    field_1: int


class BulkBalancesSet(
    TypedEvent, pallet="SubtensorModule", name="BulkBalancesSet", shape="5722ffbe7044e9fd"
):
    field_0: int
    field_1: int


class MaxAllowedUidsSet(
    TypedEvent, pallet="SubtensorModule", name="MaxAllowedUidsSet", shape="5722ffbe7044e9fd"
):
    field_0: v.NetUid
    field_1: int


class MaxWeightLimitSet(
    TypedEvent, pallet="SubtensorModule", name="MaxWeightLimitSet", shape="5722ffbe7044e9fd"
):
    field_0: v.NetUid
    field_1: int


class DifficultySet(
    TypedEvent, pallet="SubtensorModule", name="DifficultySet", shape="2279d7013d8501bf"
):
    field_0: v.NetUid
    field_1: int


class AdjustmentIntervalSet(
    TypedEvent, pallet="SubtensorModule", name="AdjustmentIntervalSet", shape="5722ffbe7044e9fd"
):
    field_0: v.NetUid
    field_1: int


class RegistrationPerIntervalSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="RegistrationPerIntervalSet",
    shape="5722ffbe7044e9fd",
):
    field_0: v.NetUid
    field_1: int


class MaxRegistrationsPerBlockSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="MaxRegistrationsPerBlockSet",
    shape="5722ffbe7044e9fd",
):
    field_0: v.NetUid
    field_1: int


class ActivityCutoffSet(
    TypedEvent, pallet="SubtensorModule", name="ActivityCutoffSet", shape="5722ffbe7044e9fd"
):
    field_0: v.NetUid
    field_1: int


class RhoSet(TypedEvent, pallet="SubtensorModule", name="RhoSet", shape="5722ffbe7044e9fd"):
    field_0: v.NetUid
    field_1: int


class AlphaSigmoidSteepnessSet(
    TypedEvent, pallet="SubtensorModule", name="AlphaSigmoidSteepnessSet", shape="c5a396ae5460759e"
):
    field_0: v.NetUid
    field_1: int


class KappaSet(TypedEvent, pallet="SubtensorModule", name="KappaSet", shape="5722ffbe7044e9fd"):
    field_0: v.NetUid
    field_1: int


class MinAllowedWeightSet(
    TypedEvent, pallet="SubtensorModule", name="MinAllowedWeightSet", shape="5722ffbe7044e9fd"
):
    field_0: v.NetUid
    field_1: int


class ValidatorPruneLenSet(
    TypedEvent, pallet="SubtensorModule", name="ValidatorPruneLenSet", shape="2279d7013d8501bf"
):
    field_0: v.NetUid
    field_1: int


class ScalingLawPowerSet(
    TypedEvent, pallet="SubtensorModule", name="ScalingLawPowerSet", shape="5722ffbe7044e9fd"
):
    field_0: v.NetUid
    field_1: int


class WeightsSetRateLimitSet(
    TypedEvent, pallet="SubtensorModule", name="WeightsSetRateLimitSet", shape="2279d7013d8501bf"
):
    field_0: v.NetUid
    field_1: int


class ImmunityPeriodSet(
    TypedEvent, pallet="SubtensorModule", name="ImmunityPeriodSet", shape="5722ffbe7044e9fd"
):
    field_0: v.NetUid
    field_1: int


class BondsMovingAverageSet(
    TypedEvent, pallet="SubtensorModule", name="BondsMovingAverageSet", shape="2279d7013d8501bf"
):
    field_0: v.NetUid
    field_1: int


class BondsPenaltySet(
    TypedEvent, pallet="SubtensorModule", name="BondsPenaltySet", shape="5722ffbe7044e9fd"
):
    field_0: v.NetUid
    field_1: int


class BondsResetOnSet(
    TypedEvent, pallet="SubtensorModule", name="BondsResetOnSet", shape="32c12a1d2b9ca6d6"
):
    field_0: v.NetUid
    field_1: bool


class MaxAllowedValidatorsSet(
    TypedEvent, pallet="SubtensorModule", name="MaxAllowedValidatorsSet", shape="5722ffbe7044e9fd"
):
    field_0: v.NetUid
    field_1: int


class AxonServed(TypedEvent, pallet="SubtensorModule", name="AxonServed", shape="063aee9b9e2c1338"):
    field_0: v.NetUid
    field_1: v.AccountId


class PrometheusServed(
    TypedEvent, pallet="SubtensorModule", name="PrometheusServed", shape="063aee9b9e2c1338"
):
    field_0: v.NetUid
    field_1: v.AccountId


class DelegateAdded(
    TypedEvent, pallet="SubtensorModule", name="DelegateAdded", shape="08eed496529d2344"
):
    field_0: v.AccountId
    field_1: v.AccountId
    field_2: int


class DefaultTakeSet(
    TypedEvent, pallet="SubtensorModule", name="DefaultTakeSet", shape="468ce5553c797118"
):
    field_0: int


class WeightsVersionKeySet(
    TypedEvent, pallet="SubtensorModule", name="WeightsVersionKeySet", shape="2279d7013d8501bf"
):
    field_0: v.NetUid
    field_1: int


class MinDifficultySet(
    TypedEvent, pallet="SubtensorModule", name="MinDifficultySet", shape="2279d7013d8501bf"
):
    field_0: v.NetUid
    field_1: int


class MaxDifficultySet(
    TypedEvent, pallet="SubtensorModule", name="MaxDifficultySet", shape="2279d7013d8501bf"
):
    field_0: v.NetUid
    field_1: int


class ServingRateLimitSet(
    TypedEvent, pallet="SubtensorModule", name="ServingRateLimitSet", shape="2279d7013d8501bf"
):
    field_0: v.NetUid
    field_1: int


class BurnSet(TypedEvent, pallet="SubtensorModule", name="BurnSet", shape="2279d7013d8501bf"):
    field_0: v.NetUid
    field_1: int


class MaxBurnSet(TypedEvent, pallet="SubtensorModule", name="MaxBurnSet", shape="2279d7013d8501bf"):
    field_0: v.NetUid
    field_1: int


class MinBurnSet(TypedEvent, pallet="SubtensorModule", name="MinBurnSet", shape="2279d7013d8501bf"):
    field_0: v.NetUid
    field_1: int


class MaxEpochsPerBlockSet(
    TypedEvent, pallet="SubtensorModule", name="MaxEpochsPerBlockSet", shape="d4d0e560bce30e00"
):
    field_0: int


class TxRateLimitSet(
    TypedEvent, pallet="SubtensorModule", name="TxRateLimitSet", shape="bee1d349a251a655"
):
    field_0: int


class TxDelegateTakeRateLimitSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="TxDelegateTakeRateLimitSet",
    shape="bee1d349a251a655",
):
    field_0: int


class TxChildKeyTakeRateLimitSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="TxChildKeyTakeRateLimitSet",
    shape="bee1d349a251a655",
):
    field_0: int


class AdminFreezeWindowSet(
    TypedEvent, pallet="SubtensorModule", name="AdminFreezeWindowSet", shape="468ce5553c797118"
):
    field_0: int


class OwnerHyperparamRateLimitSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="OwnerHyperparamRateLimitSet",
    shape="468ce5553c797118",
):
    field_0: int


class MinChildKeyTakeSet(
    TypedEvent, pallet="SubtensorModule", name="MinChildKeyTakeSet", shape="468ce5553c797118"
):
    field_0: int


class MinChildKeyTakePerSubnetSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="MinChildKeyTakePerSubnetSet",
    shape="5722ffbe7044e9fd",
):
    field_0: v.NetUid
    field_1: int


class MaxChildKeyTakeSet(
    TypedEvent, pallet="SubtensorModule", name="MaxChildKeyTakeSet", shape="468ce5553c797118"
):
    field_0: int


class ChildKeyTakeSet(
    TypedEvent, pallet="SubtensorModule", name="ChildKeyTakeSet", shape="8efe746e49781ff5"
):
    field_0: v.AccountId
    field_1: int


class Sudid(TypedEvent, pallet="SubtensorModule", name="Sudid", shape="f71d1d2f78785ce0"):
    field_0: v.VariantValue


class RegistrationAllowed(
    TypedEvent, pallet="SubtensorModule", name="RegistrationAllowed", shape="32c12a1d2b9ca6d6"
):
    field_0: v.NetUid
    field_1: bool


class PowRegistrationAllowed(
    TypedEvent, pallet="SubtensorModule", name="PowRegistrationAllowed", shape="32c12a1d2b9ca6d6"
):
    field_0: v.NetUid
    field_1: bool


class TempoSet(TypedEvent, pallet="SubtensorModule", name="TempoSet", shape="5722ffbe7044e9fd"):
    field_0: v.NetUid
    field_1: int


class RAORecycledForRegistrationSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="RAORecycledForRegistrationSet",
    shape="2279d7013d8501bf",
):
    field_0: v.NetUid
    field_1: int


class StakeThresholdSet(
    TypedEvent, pallet="SubtensorModule", name="StakeThresholdSet", shape="bee1d349a251a655"
):
    field_0: int


class AdjustmentAlphaSet(
    TypedEvent, pallet="SubtensorModule", name="AdjustmentAlphaSet", shape="2279d7013d8501bf"
):
    field_0: v.NetUid
    field_1: int


class Faucet(TypedEvent, pallet="SubtensorModule", name="Faucet", shape="b6c97e4552ab76dd"):
    field_0: v.AccountId
    field_1: int


class SubnetOwnerCutSet(
    TypedEvent, pallet="SubtensorModule", name="SubnetOwnerCutSet", shape="468ce5553c797118"
):
    field_0: int


class NetworkRateLimitSet(
    TypedEvent, pallet="SubtensorModule", name="NetworkRateLimitSet", shape="bee1d349a251a655"
):
    field_0: int


class NetworkImmunityPeriodSet(
    TypedEvent, pallet="SubtensorModule", name="NetworkImmunityPeriodSet", shape="bee1d349a251a655"
):
    field_0: int


class StartCallDelaySet(
    TypedEvent, pallet="SubtensorModule", name="StartCallDelaySet", shape="bee1d349a251a655"
):
    field_0: int


class NetworkMinLockCostSet(
    TypedEvent, pallet="SubtensorModule", name="NetworkMinLockCostSet", shape="bee1d349a251a655"
):
    field_0: int


class SubnetLimitSet(
    TypedEvent, pallet="SubtensorModule", name="SubnetLimitSet", shape="468ce5553c797118"
):
    field_0: int


class NetworkLockCostReductionIntervalSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="NetworkLockCostReductionIntervalSet",
    shape="bee1d349a251a655",
):
    field_0: int


class TakeDecreased(
    TypedEvent, pallet="SubtensorModule", name="TakeDecreased", shape="08eed496529d2344"
):
    field_0: v.AccountId
    field_1: v.AccountId
    field_2: int


class TakeIncreased(
    TypedEvent, pallet="SubtensorModule", name="TakeIncreased", shape="08eed496529d2344"
):
    field_0: v.AccountId
    field_1: v.AccountId
    field_2: int


class HotkeySwapped(
    TypedEvent, pallet="SubtensorModule", name="HotkeySwapped", shape="6fc585708cdce1db"
):
    coldkey: v.AccountId
    old_hotkey: v.AccountId
    new_hotkey: v.AccountId


class MaxDelegateTakeSet(
    TypedEvent, pallet="SubtensorModule", name="MaxDelegateTakeSet", shape="468ce5553c797118"
):
    field_0: int


class MinDelegateTakeSet(
    TypedEvent, pallet="SubtensorModule", name="MinDelegateTakeSet", shape="468ce5553c797118"
):
    field_0: int


class ColdkeySwapAnnounced(
    TypedEvent, pallet="SubtensorModule", name="ColdkeySwapAnnounced", shape="2614c1f1cb2ca216"
):
    who: v.AccountId
    new_coldkey_hash: bytes


class ColdkeySwapReset(
    TypedEvent, pallet="SubtensorModule", name="ColdkeySwapReset", shape="cfd772437a3291ab"
):
    who: v.AccountId


class ColdkeySwapped(
    TypedEvent, pallet="SubtensorModule", name="ColdkeySwapped", shape="e3c7fb8a0ea40af7"
):
    old_coldkey: v.AccountId
    new_coldkey: v.AccountId


class ColdkeySwapDisputed(
    TypedEvent, pallet="SubtensorModule", name="ColdkeySwapDisputed", shape="c44cb0b6745f9f33"
):
    coldkey: v.AccountId


class AllBalanceUnstakedAndTransferredToNewColdkey(
    TypedEvent,
    pallet="SubtensorModule",
    name="AllBalanceUnstakedAndTransferredToNewColdkey",
    shape="abc9ee3c1ed07587",
):
    current_coldkey: v.AccountId
    new_coldkey: v.AccountId
    total_balance: int


class ArbitrationPeriodExtended(
    TypedEvent, pallet="SubtensorModule", name="ArbitrationPeriodExtended", shape="c44cb0b6745f9f33"
):
    coldkey: v.AccountId


class SetChildrenScheduled(
    TypedEvent, pallet="SubtensorModule", name="SetChildrenScheduled", shape="202f2a339b3cb22d"
):
    field_0: v.AccountId
    field_1: v.NetUid
    field_2: int
    field_3: list[tuple[int, v.AccountId]]


class SetChildren(
    TypedEvent, pallet="SubtensorModule", name="SetChildren", shape="b2f5ce726041798f"
):
    field_0: v.AccountId
    field_1: v.NetUid
    field_2: list[tuple[int, v.AccountId]]


class ChainIdentitySet(
    TypedEvent, pallet="SubtensorModule", name="ChainIdentitySet", shape="8abab28dee4f8673"
):
    field_0: v.AccountId


class SubnetIdentitySet(
    TypedEvent, pallet="SubtensorModule", name="SubnetIdentitySet", shape="468ce5553c797118"
):
    field_0: v.NetUid


class SubnetIdentityRemoved(
    TypedEvent, pallet="SubtensorModule", name="SubnetIdentityRemoved", shape="468ce5553c797118"
):
    field_0: v.NetUid


class DissolveNetworkScheduled(
    TypedEvent, pallet="SubtensorModule", name="DissolveNetworkScheduled", shape="57f8963496a8c3b1"
):
    account: v.AccountId
    netuid: v.NetUid
    execution_block: int


class ColdkeySwapAnnouncementDelaySet(
    TypedEvent,
    pallet="SubtensorModule",
    name="ColdkeySwapAnnouncementDelaySet",
    shape="4709e1998882e448",
):
    field_0: int


class ColdkeySwapReannouncementDelaySet(
    TypedEvent,
    pallet="SubtensorModule",
    name="ColdkeySwapReannouncementDelaySet",
    shape="4709e1998882e448",
):
    field_0: int


class DissolveNetworkScheduleDurationSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="DissolveNetworkScheduleDurationSet",
    shape="4709e1998882e448",
):
    field_0: int


class CRV3WeightsCommitted(
    TypedEvent, pallet="SubtensorModule", name="CRV3WeightsCommitted", shape="72afddd4df4e62c6"
):
    field_0: v.AccountId
    field_1: v.NetUidStorageIndex
    field_2: bytes


class WeightsCommitted(
    TypedEvent, pallet="SubtensorModule", name="WeightsCommitted", shape="72afddd4df4e62c6"
):
    field_0: v.AccountId
    field_1: v.NetUidStorageIndex
    field_2: bytes


class WeightsRevealed(
    TypedEvent, pallet="SubtensorModule", name="WeightsRevealed", shape="72afddd4df4e62c6"
):
    field_0: v.AccountId
    field_1: v.NetUidStorageIndex
    field_2: bytes


class WeightsBatchRevealed(
    TypedEvent, pallet="SubtensorModule", name="WeightsBatchRevealed", shape="0763747131ea88a1"
):
    field_0: v.AccountId
    field_1: v.NetUid
    field_2: list[bytes]


class BatchWeightsCompleted(
    TypedEvent, pallet="SubtensorModule", name="BatchWeightsCompleted", shape="cf3e71591f6fda35"
):
    field_0: list[v.NetUid]
    field_1: v.AccountId


class BatchCompletedWithErrors(
    TypedEvent, pallet="SubtensorModule", name="BatchCompletedWithErrors", shape="e4a6a0577479b2b4"
):
    pass


class BatchWeightItemFailed(
    TypedEvent, pallet="SubtensorModule", name="BatchWeightItemFailed", shape="8a35b676e298ffab"
):
    field_0: v.NetUid
    field_1: v.VariantValue


class StakeTransferred(
    TypedEvent, pallet="SubtensorModule", name="StakeTransferred", shape="cdc5753d6e77805f"
):
    field_0: v.AccountId
    field_1: v.AccountId
    field_2: v.AccountId
    field_3: v.NetUid
    field_4: v.NetUid
    field_5: int


class StakeSwapped(
    TypedEvent, pallet="SubtensorModule", name="StakeSwapped", shape="8cab0faa46a86c39"
):
    field_0: v.AccountId
    field_1: v.AccountId
    field_2: v.NetUid
    field_3: v.NetUid
    field_4: int


class TransferToggle(
    TypedEvent, pallet="SubtensorModule", name="TransferToggle", shape="32c12a1d2b9ca6d6"
):
    field_0: v.NetUid
    field_1: bool


class SubnetOwnerHotkeySet(
    TypedEvent, pallet="SubtensorModule", name="SubnetOwnerHotkeySet", shape="063aee9b9e2c1338"
):
    field_0: v.NetUid
    field_1: v.AccountId


class FirstEmissionBlockNumberSet(
    TypedEvent,
    pallet="SubtensorModule",
    name="FirstEmissionBlockNumberSet",
    shape="2279d7013d8501bf",
):
    field_0: v.NetUid
    field_1: int


class AlphaRecycled(
    TypedEvent, pallet="SubtensorModule", name="AlphaRecycled", shape="45c8ca4011dee98c"
):
    field_0: v.AccountId
    field_1: v.AccountId
    field_2: int
    field_3: v.NetUid


class AlphaBurned(
    TypedEvent, pallet="SubtensorModule", name="AlphaBurned", shape="45c8ca4011dee98c"
):
    field_0: v.AccountId
    field_1: v.AccountId
    field_2: int
    field_3: v.NetUid


class EvmKeyAssociated(
    TypedEvent, pallet="SubtensorModule", name="EvmKeyAssociated", shape="8d7864aab82ce414"
):
    netuid: v.NetUid
    hotkey: v.AccountId
    evm_key: bytes
    block_associated: int


class CRV3WeightsRevealed(
    TypedEvent, pallet="SubtensorModule", name="CRV3WeightsRevealed", shape="063aee9b9e2c1338"
):
    field_0: v.NetUid
    field_1: v.AccountId


class CommitRevealPeriodsSet(
    TypedEvent, pallet="SubtensorModule", name="CommitRevealPeriodsSet", shape="2279d7013d8501bf"
):
    field_0: v.NetUid
    field_1: int


class CommitRevealEnabled(
    TypedEvent, pallet="SubtensorModule", name="CommitRevealEnabled", shape="32c12a1d2b9ca6d6"
):
    field_0: v.NetUid
    field_1: bool


class HotkeySwappedOnSubnet(
    TypedEvent, pallet="SubtensorModule", name="HotkeySwappedOnSubnet", shape="a8828a8130ab63b2"
):
    coldkey: v.AccountId
    old_hotkey: v.AccountId
    new_hotkey: v.AccountId
    netuid: v.NetUid


class SubnetLeaseCreated(
    TypedEvent, pallet="SubtensorModule", name="SubnetLeaseCreated", shape="e5aaec5c5dc94de6"
):
    beneficiary: v.AccountId
    lease_id: int
    netuid: v.NetUid
    end_block: int | None


class SubnetLeaseTerminated(
    TypedEvent, pallet="SubtensorModule", name="SubnetLeaseTerminated", shape="87ec949b910985f6"
):
    beneficiary: v.AccountId
    netuid: v.NetUid


class SymbolUpdated(
    TypedEvent, pallet="SubtensorModule", name="SymbolUpdated", shape="df46b7b666a95ef1"
):
    netuid: v.NetUid
    symbol: bytes


class CommitRevealVersionSet(
    TypedEvent, pallet="SubtensorModule", name="CommitRevealVersionSet", shape="468ce5553c797118"
):
    field_0: int


class TimelockedWeightsCommitted(
    TypedEvent,
    pallet="SubtensorModule",
    name="TimelockedWeightsCommitted",
    shape="0d4622cfbb5a9f52",
):
    field_0: v.AccountId
    field_1: v.NetUidStorageIndex
    field_2: bytes
    field_3: int


class TimelockedWeightsRevealed(
    TypedEvent, pallet="SubtensorModule", name="TimelockedWeightsRevealed", shape="063aee9b9e2c1338"
):
    field_0: v.NetUidStorageIndex
    field_1: v.AccountId


class AutoStakeAdded(
    TypedEvent, pallet="SubtensorModule", name="AutoStakeAdded", shape="0541060c7965abc4"
):
    netuid: v.NetUid
    destination: v.AccountId
    hotkey: v.AccountId
    owner: v.AccountId
    incentive: int


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
    field_0: v.NetUid
    field_1: int


class AutoStakeDestinationSet(
    TypedEvent, pallet="SubtensorModule", name="AutoStakeDestinationSet", shape="6efb7597099d56a2"
):
    coldkey: v.AccountId
    netuid: v.NetUid
    hotkey: v.AccountId


class MinNonImmuneUidsSet(
    TypedEvent, pallet="SubtensorModule", name="MinNonImmuneUidsSet", shape="5722ffbe7044e9fd"
):
    field_0: v.NetUid
    field_1: int


class RootClaimed(
    TypedEvent, pallet="SubtensorModule", name="RootClaimed", shape="c44cb0b6745f9f33"
):
    coldkey: v.AccountId


class RootClaimTypeSet(
    TypedEvent, pallet="SubtensorModule", name="RootClaimTypeSet", shape="6bfd3d51d471c7c6"
):
    coldkey: v.AccountId
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
    contributor: v.AccountId
    alpha: int


class AddStakeBurn(
    TypedEvent, pallet="SubtensorModule", name="AddStakeBurn", shape="1b05d70456add4cc"
):
    netuid: v.NetUid
    hotkey: v.AccountId
    amount: int
    alpha: int


class ColdkeySwapCleared(
    TypedEvent, pallet="SubtensorModule", name="ColdkeySwapCleared", shape="cfd772437a3291ab"
):
    who: v.AccountId


class TransactionFeePaidWithAlpha(
    TypedEvent,
    pallet="SubtensorModule",
    name="TransactionFeePaidWithAlpha",
    shape="0e4e2d7a31df483a",
):
    who: v.AccountId
    netuid: v.NetUid
    alpha_fee: int
    tao_amount: int


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
    hotkey: v.AccountId
    enabled: bool


class StakeLocked(
    TypedEvent, pallet="SubtensorModule", name="StakeLocked", shape="70a07c2bb2948bc8"
):
    coldkey: v.AccountId
    hotkey: v.AccountId
    netuid: v.NetUid
    amount: int


class StakeUnlocked(
    TypedEvent, pallet="SubtensorModule", name="StakeUnlocked", shape="70a07c2bb2948bc8"
):
    coldkey: v.AccountId
    hotkey: v.AccountId
    netuid: v.NetUid
    amount: int


class LockMoved(TypedEvent, pallet="SubtensorModule", name="LockMoved", shape="8fbebbcfd2e863f7"):
    coldkey: v.AccountId
    origin_hotkey: v.AccountId
    destination_hotkey: v.AccountId
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
    by: v.AccountId
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
    old_coldkey: v.AccountId
    new_coldkey: v.AccountId


class PerpetualLockUpdated(
    TypedEvent, pallet="SubtensorModule", name="PerpetualLockUpdated", shape="055ddd4d785885cb"
):
    coldkey: v.AccountId
    netuid: v.NetUid
    enabled: bool


class RejectLockedAlphaUpdated(
    TypedEvent, pallet="SubtensorModule", name="RejectLockedAlphaUpdated", shape="16542349bfb6b98b"
):
    coldkey: v.AccountId
    enabled: bool
