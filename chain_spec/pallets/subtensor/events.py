"""Subtensor's events."""

from __future__ import annotations

from chain_spec.declare import Event
from chain_spec.types import (
    Bytes,
    Compact,
    Option,
    Tuple,
    Vec,
    alias,
    boolean,
    i16,
    u8,
    u16,
    u32,
    u64,
)
from chain_spec.types.evm import H160
from chain_spec.types.labels import AccountId, BlockNumber, DispatchResult
from chain_spec.types.substrate import H256, DispatchError
from chain_spec.types.subtensor import RootClaimTypeEnum
from chain_spec.types.units import U64F64, AlphaBalance, NetUid, NetUidStorageIndex, TaoBalance

NetworkAdded = Event(0, NetUid, u16)
NetworkRemoved = Event(1, NetUid)
StakeAdded = Event(2, AccountId, AccountId, TaoBalance, AlphaBalance, NetUid, u64)
StakeRemoved = Event(3, AccountId, AccountId, TaoBalance, AlphaBalance, NetUid, u64)
StakeMoved = Event(4, AccountId, AccountId, NetUid, AccountId, NetUid, TaoBalance)
WeightsSet = Event(5, NetUidStorageIndex, u16)
NeuronRegistered = Event(6, NetUid, u16, AccountId)
BulkNeuronsRegistered = Event(7, u16, u16)
BulkBalancesSet = Event(8, u16, u16)
MaxAllowedUidsSet = Event(9, NetUid, u16)
MaxWeightLimitSet = Event(10, NetUid, u16)
DifficultySet = Event(11, NetUid, u64)
AdjustmentIntervalSet = Event(12, NetUid, u16)
RegistrationPerIntervalSet = Event(13, NetUid, u16)
MaxRegistrationsPerBlockSet = Event(14, NetUid, u16)
ActivityCutoffSet = Event(15, NetUid, u16)
RhoSet = Event(16, NetUid, u16)
AlphaSigmoidSteepnessSet = Event(17, NetUid, i16)
KappaSet = Event(18, NetUid, u16)
MinAllowedWeightSet = Event(19, NetUid, u16)
ValidatorPruneLenSet = Event(20, NetUid, u64)
ScalingLawPowerSet = Event(21, NetUid, u16)
WeightsSetRateLimitSet = Event(22, NetUid, u64)
ImmunityPeriodSet = Event(23, NetUid, u16)
BondsMovingAverageSet = Event(24, NetUid, u64)
BondsPenaltySet = Event(25, NetUid, u16)
BondsResetOnSet = Event(26, NetUid, boolean)
MaxAllowedValidatorsSet = Event(27, NetUid, u16)
AxonServed = Event(28, NetUid, AccountId)
PrometheusServed = Event(29, NetUid, AccountId)
DelegateAdded = Event(30, AccountId, AccountId, u16)
DefaultTakeSet = Event(31, u16)
WeightsVersionKeySet = Event(32, NetUid, u64)
MinDifficultySet = Event(33, NetUid, u64)
MaxDifficultySet = Event(34, NetUid, u64)
ServingRateLimitSet = Event(35, NetUid, u64)
BurnSet = Event(36, NetUid, TaoBalance)
MaxBurnSet = Event(37, NetUid, TaoBalance)
MinBurnSet = Event(38, NetUid, TaoBalance)
MaxEpochsPerBlockSet = Event(39, u8)
TxRateLimitSet = Event(40, u64)
TxDelegateTakeRateLimitSet = Event(41, u64)
TxChildKeyTakeRateLimitSet = Event(42, u64)
AdminFreezeWindowSet = Event(43, u16)
OwnerHyperparamRateLimitSet = Event(44, u16)
MinChildKeyTakeSet = Event(45, u16)
MinChildKeyTakePerSubnetSet = Event(46, NetUid, u16)
MaxChildKeyTakeSet = Event(47, u16)
ChildKeyTakeSet = Event(48, AccountId, u16)
Sudid = Event(49, DispatchResult)
RegistrationAllowed = Event(50, NetUid, boolean)
PowRegistrationAllowed = Event(51, NetUid, boolean)
TempoSet = Event(52, NetUid, u16)
RAORecycledForRegistrationSet = Event(53, NetUid, TaoBalance)
StakeThresholdSet = Event(54, u64)
AdjustmentAlphaSet = Event(55, NetUid, u64)
Faucet = Event(56, AccountId, u64)
SubnetOwnerCutSet = Event(57, u16)
NetworkRateLimitSet = Event(58, u64)
NetworkImmunityPeriodSet = Event(59, u64)
StartCallDelaySet = Event(60, u64)
NetworkMinLockCostSet = Event(61, TaoBalance)
SubnetLimitSet = Event(62, u16)
NetworkLockCostReductionIntervalSet = Event(63, u64)
TakeDecreased = Event(64, AccountId, AccountId, u16)
TakeIncreased = Event(65, AccountId, AccountId, u16)
HotkeySwapped = Event(66, coldkey=AccountId, old_hotkey=AccountId, new_hotkey=AccountId)
MaxDelegateTakeSet = Event(67, u16)
MinDelegateTakeSet = Event(68, u16)
ColdkeySwapAnnounced = Event(69, who=AccountId, new_coldkey_hash=H256)
ColdkeySwapReset = Event(70, who=AccountId)
ColdkeySwapped = Event(71, old_coldkey=AccountId, new_coldkey=AccountId)
ColdkeySwapDisputed = Event(72, coldkey=AccountId)
AllBalanceUnstakedAndTransferredToNewColdkey = Event(
    73, current_coldkey=AccountId, new_coldkey=AccountId, total_balance=TaoBalance
)
ArbitrationPeriodExtended = Event(74, coldkey=AccountId)
SetChildrenScheduled = Event(75, AccountId, NetUid, u64, Vec(Tuple(u64, AccountId)))
SetChildren = Event(76, AccountId, NetUid, Vec(Tuple(u64, AccountId)))
ChainIdentitySet = Event(77, AccountId)
SubnetIdentitySet = Event(78, NetUid)
SubnetIdentityRemoved = Event(79, NetUid)
DissolveNetworkScheduled = Event(80, account=AccountId, netuid=NetUid, execution_block=BlockNumber)
ColdkeySwapAnnouncementDelaySet = Event(81, u32)
ColdkeySwapReannouncementDelaySet = Event(82, u32)
DissolveNetworkScheduleDurationSet = Event(83, BlockNumber)
CRV3WeightsCommitted = Event(84, AccountId, NetUidStorageIndex, H256)
WeightsCommitted = Event(85, AccountId, NetUidStorageIndex, H256)
WeightsRevealed = Event(86, AccountId, NetUidStorageIndex, H256)
WeightsBatchRevealed = Event(87, AccountId, NetUid, Vec(H256))
BatchWeightsCompleted = Event(88, Vec(Compact(NetUid)), AccountId)
BatchCompletedWithErrors = Event(89)
BatchWeightItemFailed = Event(90, NetUid, DispatchError)
StakeTransferred = Event(91, AccountId, AccountId, AccountId, NetUid, NetUid, TaoBalance)
StakeSwapped = Event(92, AccountId, AccountId, NetUid, NetUid, TaoBalance)
TransferToggle = Event(93, NetUid, boolean)
SubnetOwnerHotkeySet = Event(94, NetUid, AccountId)
FirstEmissionBlockNumberSet = Event(95, NetUid, u64)
AlphaRecycled = Event(96, AccountId, AccountId, AlphaBalance, NetUid)
AlphaBurned = Event(97, AccountId, AccountId, AlphaBalance, NetUid)
EvmKeyAssociated = Event(98, netuid=NetUid, hotkey=AccountId, evm_key=H160, block_associated=u64)
CRV3WeightsRevealed = Event(99, NetUid, AccountId)
CommitRevealPeriodsSet = Event(100, NetUid, u64)
CommitRevealEnabled = Event(101, NetUid, boolean)
HotkeySwappedOnSubnet = Event(
    102, coldkey=AccountId, old_hotkey=AccountId, new_hotkey=AccountId, netuid=NetUid
)
SubnetLeaseCreated = Event(
    103,
    beneficiary=AccountId,
    lease_id=alias("LeaseId", u32),
    netuid=NetUid,
    end_block=Option(BlockNumber),
)
SubnetLeaseTerminated = Event(104, beneficiary=AccountId, netuid=NetUid)
SymbolUpdated = Event(105, netuid=NetUid, symbol=Bytes)
CommitRevealVersionSet = Event(106, u16)
TimelockedWeightsCommitted = Event(107, AccountId, NetUidStorageIndex, H256, u64)
TimelockedWeightsRevealed = Event(108, NetUidStorageIndex, AccountId)
AutoStakeAdded = Event(
    109,
    netuid=NetUid,
    destination=AccountId,
    hotkey=AccountId,
    owner=AccountId,
    incentive=AlphaBalance,
)
IncentiveAlphaEmittedToMiners = Event(110, netuid=NetUidStorageIndex, emissions=Vec(AlphaBalance))
MinAllowedUidsSet = Event(111, NetUid, u16)
AutoStakeDestinationSet = Event(112, coldkey=AccountId, netuid=NetUid, hotkey=AccountId)
MinNonImmuneUidsSet = Event(113, NetUid, u16)
RootClaimed = Event(114, coldkey=AccountId)
RootClaimTypeSet = Event(115, coldkey=AccountId, root_claim_type=RootClaimTypeEnum)
VotingPowerTrackingEnabled = Event(116, netuid=NetUid)
VotingPowerTrackingDisableScheduled = Event(117, netuid=NetUid, disable_at_block=u64)
VotingPowerTrackingDisabled = Event(118, netuid=NetUid)
VotingPowerEmaAlphaSet = Event(119, netuid=NetUid, alpha=u64)
SubnetLeaseDividendsDistributed = Event(
    120, lease_id=u32, contributor=AccountId, alpha=AlphaBalance
)
AddStakeBurn = Event(121, netuid=NetUid, hotkey=AccountId, amount=TaoBalance, alpha=AlphaBalance)
ColdkeySwapCleared = Event(122, who=AccountId)
TransactionFeePaidWithAlpha = Event(
    123, who=AccountId, netuid=NetUid, alpha_fee=AlphaBalance, tao_amount=TaoBalance
)
BurnHalfLifeSet = Event(124, netuid=NetUid, burn_half_life=u16)
BurnIncreaseMultSet = Event(125, netuid=NetUid, burn_increase_mult=U64F64)
AutoParentDelegationEnabledSet = Event(126, hotkey=AccountId, enabled=boolean)
StakeLocked = Event(127, coldkey=AccountId, hotkey=AccountId, netuid=NetUid, amount=AlphaBalance)
StakeUnlocked = Event(128, coldkey=AccountId, hotkey=AccountId, netuid=NetUid, amount=AlphaBalance)
LockMoved = Event(
    129, coldkey=AccountId, origin_hotkey=AccountId, destination_hotkey=AccountId, netuid=NetUid
)
ActivityCutoffFactorMilliSet = Event(130, netuid=NetUid, factor_milli=u32)
EpochTriggered = Event(131, netuid=NetUid, by=AccountId, fires_at=u64)
EpochDeferred = Event(132, netuid=NetUid, from_block=u64, to_block=u64)
EpochSkipped = Event(133, netuid=NetUid, block=u64)
SubnetOwnerChanged = Event(134, netuid=NetUid, old_coldkey=AccountId, new_coldkey=AccountId)
PerpetualLockUpdated = Event(135, coldkey=AccountId, netuid=NetUid, enabled=boolean)
RejectLockedAlphaUpdated = Event(136, coldkey=AccountId, enabled=boolean)
