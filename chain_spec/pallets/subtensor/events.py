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

NetworkAdded = Event(0, NetUid, u16).labelled("netuid", "mechanism")
NetworkRemoved = Event(1, NetUid).labelled("netuid")
StakeAdded = Event(2, AccountId, AccountId, TaoBalance, AlphaBalance, NetUid, u64).labelled(
    "coldkey", "hotkey", "tao", "alpha", "netuid", "fee"
)
StakeRemoved = Event(3, AccountId, AccountId, TaoBalance, AlphaBalance, NetUid, u64).labelled(
    "coldkey", "hotkey", "tao", "alpha", "netuid", "fee"
)
StakeMoved = Event(4, AccountId, AccountId, NetUid, AccountId, NetUid, TaoBalance).labelled(
    "coldkey", "origin_hotkey", "origin_netuid", "destination_hotkey", "destination_netuid", "tao"
)
WeightsSet = Event(5, NetUidStorageIndex, u16).labelled("netuid_index", "uid")
NeuronRegistered = Event(6, NetUid, u16, AccountId).labelled("netuid", "uid", "hotkey")
BulkNeuronsRegistered = Event(7, u16, u16).labelled("netuid", "count")
BulkBalancesSet = Event(8, u16, u16).labelled("netuid", "count")
MaxAllowedUidsSet = Event(9, NetUid, u16).labelled("netuid", "max_allowed_uids")
MaxWeightLimitSet = Event(10, NetUid, u16).labelled("netuid", "max_weight_limit")
DifficultySet = Event(11, NetUid, u64).labelled("netuid", "difficulty")
AdjustmentIntervalSet = Event(12, NetUid, u16).labelled("netuid", "adjustment_interval")
RegistrationPerIntervalSet = Event(13, NetUid, u16).labelled("netuid", "registrations_per_interval")
MaxRegistrationsPerBlockSet = Event(14, NetUid, u16).labelled(
    "netuid", "max_registrations_per_block"
)
ActivityCutoffSet = Event(15, NetUid, u16).labelled("netuid", "activity_cutoff")
RhoSet = Event(16, NetUid, u16).labelled("netuid", "rho")
AlphaSigmoidSteepnessSet = Event(17, NetUid, i16).labelled("netuid", "steepness")
KappaSet = Event(18, NetUid, u16).labelled("netuid", "kappa")
MinAllowedWeightSet = Event(19, NetUid, u16).labelled("netuid", "min_allowed_weights")
ValidatorPruneLenSet = Event(20, NetUid, u64).labelled("netuid", "validator_prune_len")
ScalingLawPowerSet = Event(21, NetUid, u16).labelled("netuid", "scaling_law_power")
WeightsSetRateLimitSet = Event(22, NetUid, u64).labelled("netuid", "rate_limit")
ImmunityPeriodSet = Event(23, NetUid, u16).labelled("netuid", "immunity_period")
BondsMovingAverageSet = Event(24, NetUid, u64).labelled("netuid", "bonds_moving_average")
BondsPenaltySet = Event(25, NetUid, u16).labelled("netuid", "bonds_penalty")
BondsResetOnSet = Event(26, NetUid, boolean).labelled("netuid", "enabled")
MaxAllowedValidatorsSet = Event(27, NetUid, u16).labelled("netuid", "max_allowed_validators")
AxonServed = Event(28, NetUid, AccountId).labelled("netuid", "hotkey")
PrometheusServed = Event(29, NetUid, AccountId).labelled("netuid", "hotkey")
DelegateAdded = Event(30, AccountId, AccountId, u16).labelled("coldkey", "hotkey", "take")
DefaultTakeSet = Event(31, u16).labelled("take")
WeightsVersionKeySet = Event(32, NetUid, u64).labelled("netuid", "version_key")
MinDifficultySet = Event(33, NetUid, u64).labelled("netuid", "min_difficulty")
MaxDifficultySet = Event(34, NetUid, u64).labelled("netuid", "max_difficulty")
ServingRateLimitSet = Event(35, NetUid, u64).labelled("netuid", "rate_limit")
BurnSet = Event(36, NetUid, TaoBalance).labelled("netuid", "burn")
MaxBurnSet = Event(37, NetUid, TaoBalance).labelled("netuid", "max_burn")
MinBurnSet = Event(38, NetUid, TaoBalance).labelled("netuid", "min_burn")
MaxEpochsPerBlockSet = Event(39, u8).labelled("max_epochs")
TxRateLimitSet = Event(40, u64).labelled("rate_limit")
TxDelegateTakeRateLimitSet = Event(41, u64).labelled("rate_limit")
TxChildKeyTakeRateLimitSet = Event(42, u64).labelled("rate_limit")
AdminFreezeWindowSet = Event(43, u16).labelled("blocks")
OwnerHyperparamRateLimitSet = Event(44, u16).labelled("epochs")
MinChildKeyTakeSet = Event(45, u16).labelled("take")
MinChildKeyTakePerSubnetSet = Event(46, NetUid, u16).labelled("netuid", "take")
MaxChildKeyTakeSet = Event(47, u16).labelled("take")
ChildKeyTakeSet = Event(48, AccountId, u16).labelled("hotkey", "take")
Sudid = Event(49, DispatchResult).labelled("result")
RegistrationAllowed = Event(50, NetUid, boolean).labelled("netuid", "allowed")
PowRegistrationAllowed = Event(51, NetUid, boolean).labelled("netuid", "allowed")
TempoSet = Event(52, NetUid, u16).labelled("netuid", "tempo")
RAORecycledForRegistrationSet = Event(53, NetUid, TaoBalance).labelled("netuid", "recycled")
StakeThresholdSet = Event(54, u64).labelled("min_stake")
AdjustmentAlphaSet = Event(55, NetUid, u64).labelled("netuid", "adjustment_alpha")
Faucet = Event(56, AccountId, u64).labelled("coldkey", "amount")
SubnetOwnerCutSet = Event(57, u16).labelled("cut")
NetworkRateLimitSet = Event(58, u64).labelled("rate_limit")
NetworkImmunityPeriodSet = Event(59, u64).labelled("immunity_period")
StartCallDelaySet = Event(60, u64).labelled("delay")
NetworkMinLockCostSet = Event(61, TaoBalance).labelled("min_lock_cost")
SubnetLimitSet = Event(62, u16).labelled("max_subnets")
NetworkLockCostReductionIntervalSet = Event(63, u64).labelled("interval")
TakeDecreased = Event(64, AccountId, AccountId, u16).labelled("coldkey", "hotkey", "take")
TakeIncreased = Event(65, AccountId, AccountId, u16).labelled("coldkey", "hotkey", "take")
HotkeySwapped = Event(66, coldkey=AccountId, old_hotkey=AccountId, new_hotkey=AccountId)
MaxDelegateTakeSet = Event(67, u16).labelled("take")
MinDelegateTakeSet = Event(68, u16).labelled("take")
ColdkeySwapAnnounced = Event(69, who=AccountId, new_coldkey_hash=H256)
ColdkeySwapReset = Event(70, who=AccountId)
ColdkeySwapped = Event(71, old_coldkey=AccountId, new_coldkey=AccountId)
ColdkeySwapDisputed = Event(72, coldkey=AccountId)
AllBalanceUnstakedAndTransferredToNewColdkey = Event(
    73, current_coldkey=AccountId, new_coldkey=AccountId, total_balance=TaoBalance
)
ArbitrationPeriodExtended = Event(74, coldkey=AccountId)
SetChildrenScheduled = Event(75, AccountId, NetUid, u64, Vec(Tuple(u64, AccountId))).labelled(
    "hotkey", "netuid", "cooldown_block", "children"
)
SetChildren = Event(76, AccountId, NetUid, Vec(Tuple(u64, AccountId))).labelled(
    "hotkey", "netuid", "children"
)
ChainIdentitySet = Event(77, AccountId).labelled("coldkey")
SubnetIdentitySet = Event(78, NetUid).labelled("netuid")
SubnetIdentityRemoved = Event(79, NetUid).labelled("netuid")
DissolveNetworkScheduled = Event(80, account=AccountId, netuid=NetUid, execution_block=BlockNumber)
ColdkeySwapAnnouncementDelaySet = Event(81, u32).labelled("delay")
ColdkeySwapReannouncementDelaySet = Event(82, u32).labelled("delay")
DissolveNetworkScheduleDurationSet = Event(83, BlockNumber).labelled("duration")
CRV3WeightsCommitted = Event(84, AccountId, NetUidStorageIndex, H256).labelled(
    "hotkey", "netuid_index", "commit_hash"
)
WeightsCommitted = Event(85, AccountId, NetUidStorageIndex, H256).labelled(
    "hotkey", "netuid_index", "commit_hash"
)
WeightsRevealed = Event(86, AccountId, NetUidStorageIndex, H256).labelled(
    "hotkey", "netuid_index", "commit_hash"
)
WeightsBatchRevealed = Event(87, AccountId, NetUid, Vec(H256)).labelled(
    "hotkey", "netuid", "revealed_hashes"
)
BatchWeightsCompleted = Event(88, Vec(Compact(NetUid)), AccountId).labelled("netuids", "hotkey")
BatchCompletedWithErrors = Event(89)
BatchWeightItemFailed = Event(90, NetUid, DispatchError).labelled("netuid", "error")
StakeTransferred = Event(91, AccountId, AccountId, AccountId, NetUid, NetUid, TaoBalance).labelled(
    "origin_coldkey", "destination_coldkey", "hotkey", "origin_netuid", "destination_netuid", "tao"
)
StakeSwapped = Event(92, AccountId, AccountId, NetUid, NetUid, TaoBalance).labelled(
    "coldkey", "hotkey", "origin_netuid", "destination_netuid", "tao"
)
TransferToggle = Event(93, NetUid, boolean).labelled("netuid", "enabled")
SubnetOwnerHotkeySet = Event(94, NetUid, AccountId).labelled("netuid", "hotkey")
FirstEmissionBlockNumberSet = Event(95, NetUid, u64).labelled("netuid", "block")
AlphaRecycled = Event(96, AccountId, AccountId, AlphaBalance, NetUid).labelled(
    "coldkey", "hotkey", "alpha", "netuid"
)
AlphaBurned = Event(97, AccountId, AccountId, AlphaBalance, NetUid).labelled(
    "coldkey", "hotkey", "alpha", "netuid"
)
EvmKeyAssociated = Event(98, netuid=NetUid, hotkey=AccountId, evm_key=H160, block_associated=u64)
CRV3WeightsRevealed = Event(99, NetUid, AccountId).labelled("netuid", "hotkey")
CommitRevealPeriodsSet = Event(100, NetUid, u64).labelled("netuid", "periods")
CommitRevealEnabled = Event(101, NetUid, boolean).labelled("netuid", "enabled")
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
CommitRevealVersionSet = Event(106, u16).labelled("version")
TimelockedWeightsCommitted = Event(107, AccountId, NetUidStorageIndex, H256, u64).labelled(
    "hotkey", "netuid_index", "commit_hash", "reveal_round"
)
TimelockedWeightsRevealed = Event(108, NetUidStorageIndex, AccountId).labelled(
    "netuid_index", "hotkey"
)
AutoStakeAdded = Event(
    109,
    netuid=NetUid,
    destination=AccountId,
    hotkey=AccountId,
    owner=AccountId,
    incentive=AlphaBalance,
)
IncentiveAlphaEmittedToMiners = Event(110, netuid=NetUidStorageIndex, emissions=Vec(AlphaBalance))
MinAllowedUidsSet = Event(111, NetUid, u16).labelled("netuid", "min_allowed_uids")
AutoStakeDestinationSet = Event(112, coldkey=AccountId, netuid=NetUid, hotkey=AccountId)
MinNonImmuneUidsSet = Event(113, NetUid, u16).labelled("netuid", "min_non_immune_uids")
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
