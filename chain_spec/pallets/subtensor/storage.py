"""Subtensor's storage items, in the order of its metadata."""

from __future__ import annotations

from chain_spec.declare import Map, Value, blake2_128_concat, identity, twox_64_concat
from chain_spec.features import Feature
from chain_spec.profile import if_feature, prod_or_fast
from chain_spec.types import (
    BoundedBytes,
    BTreeMap,
    Bytes,
    Option,
    Tuple,
    Unit,
    Vec,
    boolean,
    i16,
    i64,
    u8,
    u16,
    u32,
    u64,
    u128,
)
from chain_spec.types.evm import H160
from chain_spec.types.substrate import H256, AccountId32
from chain_spec.types.subtensor import (
    AxonInfo,
    ChainIdentityV2,
    LockState,
    NeuronCertificate,
    PrometheusInfo,
    RateLimitKey,
    RecycleOrBurnEnum,
    RootClaimTypeEnum,
    SafeFloat,
    SubnetIdentityV3,
    SubnetLease,
)
from chain_spec.types.units import (
    I64F64,
    I96F32,
    U64F64,
    U96F32,
    AlphaBalance,
    MechId,
    NetUid,
    NetUidStorageIndex,
    TaoBalance,
)

MinActivityCutoff = Value(u16, default=360)
AdminFreezeWindow = Value(u16, default=10)
OwnerHyperparamRateLimit = Value(u16, default=2)
DissolveNetworkScheduleDuration = Value(u32, default=36_000)
LastHotkeySwapOnNetuid = Map((identity(NetUid), blake2_128_concat(AccountId32)), u64)
NextStakeJobId = Value(u64)
TaoWeight = Value(u64, default=971_718_665_099_567_868)
CKBurn = Value(u64)
MaxDelegateTake = Value(u16, default=11_796)
MinDelegateTake = Value(u16)
MaxChildkeyTake = Value(u16, default=11_796)
MinChildkeyTake = Value(u16)
MinChildkeyTakePerSubnet = Map(identity(NetUid), u16)
Owner = Map(blake2_128_concat(AccountId32), AccountId32)
AccountFlags = Map(blake2_128_concat(AccountId32), u128)
Delegates = Map(blake2_128_concat(AccountId32), u16, default=11_796)
ChildkeyTake = Map((blake2_128_concat(AccountId32), identity(NetUid)), u16)
PendingChildKeys = Map(
    (identity(NetUid), blake2_128_concat(AccountId32)), Tuple(Vec(Tuple(u64, AccountId32)), u64)
)
ChildKeys = Map((blake2_128_concat(AccountId32), identity(NetUid)), Vec(Tuple(u64, AccountId32)))
ParentKeys = Map((blake2_128_concat(AccountId32), identity(NetUid)), Vec(Tuple(u64, AccountId32)))
AlphaDividendsPerSubnet = Map((identity(NetUid), blake2_128_concat(AccountId32)), AlphaBalance)
RootAlphaDividendsPerSubnet = Map((identity(NetUid), blake2_128_concat(AccountId32)), AlphaBalance)
BlockEmission = Value(u64, default=1_000_000_000)
LastHotkeyEmissionOnNetuid = Map((blake2_128_concat(AccountId32), identity(NetUid)), AlphaBalance)
SubnetLimit = Value(u16, default=128)
TotalIssuance = Value(TaoBalance)
TotalStake = Value(TaoBalance)
SubnetMovingAlpha = Value(I96F32, default=I96F32.bits("0.000003"))
SubnetMovingPrice = Map(identity(NetUid), I96F32)
RootProp = Map(identity(NetUid), U96F32)
SubnetVolume = Map(identity(NetUid), u128)
SubnetTAO = Map(identity(NetUid), TaoBalance)
SubnetAlphaInEmission = Map(identity(NetUid), AlphaBalance)
SubnetEmissionEnabled = Map(identity(NetUid), boolean, default=True)
SubnetAlphaOutEmission = Map(identity(NetUid), AlphaBalance)
SubnetTaoInEmission = Map(identity(NetUid), TaoBalance)
SubnetExcessTao = Map(identity(NetUid), TaoBalance)
SubnetRootSellTao = Map(identity(NetUid), TaoBalance)
SubnetAlphaIn = Map(identity(NetUid), AlphaBalance)
SubnetAlphaOut = Map(identity(NetUid), AlphaBalance)
SubnetProtocolAlpha = Map(identity(NetUid), AlphaBalance)
StakingHotkeys = Map(blake2_128_concat(AccountId32), Vec(AccountId32))
OwnedHotkeys = Map(blake2_128_concat(AccountId32), Vec(AccountId32))
AutoStakeDestination = Map(
    (blake2_128_concat(AccountId32), identity(NetUid)), AccountId32, optional=True
)
AutoStakeDestinationColdkeys = Map(
    (blake2_128_concat(AccountId32), identity(NetUid)), Vec(AccountId32)
)
ColdkeySwapAnnouncementDelay = Value(u32, default=prod_or_fast(36_000, 50))
ColdkeySwapReannouncementDelay = Value(u32, default=prod_or_fast(7200, 10))
ColdkeySwapAnnouncements = Map(twox_64_concat(AccountId32), Tuple(u32, H256), optional=True)
ColdkeySwapDisputes = Map(twox_64_concat(AccountId32), u32, optional=True)
TotalHotkeyAlpha = Map((blake2_128_concat(AccountId32), identity(NetUid)), AlphaBalance)
TotalHotkeyAlphaLastEpoch = Map((blake2_128_concat(AccountId32), identity(NetUid)), AlphaBalance)
TotalHotkeyShares = Map((blake2_128_concat(AccountId32), identity(NetUid)), U64F64)
Alpha = Map(
    (blake2_128_concat(AccountId32), blake2_128_concat(AccountId32), identity(NetUid)), U64F64
)
TotalHotkeySharesV2 = Map((blake2_128_concat(AccountId32), identity(NetUid)), SafeFloat)
AlphaV2 = Map(
    (blake2_128_concat(AccountId32), blake2_128_concat(AccountId32), identity(NetUid)), SafeFloat
)
Lock = Map(
    (blake2_128_concat(AccountId32), identity(NetUid), blake2_128_concat(AccountId32)),
    LockState,
    optional=True,
)
LockingColdkeys = Map(
    (identity(NetUid), blake2_128_concat(AccountId32), blake2_128_concat(AccountId32)),
    Unit,
    optional=True,
)
HotkeyLock = Map((identity(NetUid), blake2_128_concat(AccountId32)), LockState, optional=True)
DecayingHotkeyLock = Map(
    (identity(NetUid), blake2_128_concat(AccountId32)), LockState, optional=True
)
OwnerLock = Map(identity(NetUid), LockState, optional=True)
DecayingOwnerLock = Map(identity(NetUid), LockState, optional=True)
DecayingLock = Map((blake2_128_concat(AccountId32), identity(NetUid)), boolean, optional=True)
OwnerCutAutoLockEnabled = Map(identity(NetUid), boolean)
MaturityRate = Value(u64, default=934_866)
UnlockRate = Value(u64, default=934_866)
AlphaMapLastKey = Value(Option(Bytes))
AlphaV2MapLastKey = Value(Option(Bytes))
TokenSymbol = Map(identity(NetUid), Bytes, default="𝜏".encode())
SubnetTaoFlow = Map(identity(NetUid), i64)
SubnetEmaTaoFlow = Map(identity(NetUid), Tuple(u64, I64F64), optional=True)
NetTaoFlowEnabled = Value(boolean, default=True)
SubnetProtocolFlow = Map(identity(NetUid), i64)
SubnetEmaProtocolFlow = Map(identity(NetUid), Tuple(u64, I64F64), optional=True)
TaoFlowCutoff = Value(I64F64)
FlowNormExponent = Value(U64F64, default=U64F64.bits("1"))
FlowEmaSmoothingFactor = Value(u64, default=29_597_889_189_277)
UsedWork = Map(identity(Bytes), u64)
MaxRegistrationsPerBlock = Map(identity(NetUid), u16, default=1)
TotalNetworks = Value(u16)
NetworkImmunityPeriod = Value(u64, default=1_296_000)
StartCallDelay = Value(u64)
NetworkMinLockCost = Value(TaoBalance, default=1_000_000_000_000)
NetworkLastLockCost = Value(TaoBalance, default=1_000_000_000_000)
NetworkLockReductionInterval = Value(u64, default=100_800)
SubnetOwnerCut = Value(u16, default=11_796)
OwnerCutEnabled = Map(identity(NetUid), boolean, default=True)
# A localnet build has no limit; the constant `InitialNetworkRateLimit` is 7,200 in every build.
NetworkRateLimit = Value(u64, default=if_feature(Feature.FAUCET, 0, 7200))
NominatorMinRequiredStake = Value(u64)
WeightsVersionKeyRateLimit = Value(u64, default=5)
LastRateLimitedBlock = Map(identity(RateLimitKey), u64)
TransferToggle = Map(identity(NetUid), boolean, default=True)
SubnetLocked = Map(identity(NetUid), TaoBalance)
LargestLocked = Map(identity(NetUid), u64)
Tempo = Map(identity(NetUid), u16, default=prod_or_fast(360, 10))
LastEpochBlock = Map(identity(NetUid), u64)
PendingEpochAt = Map(identity(NetUid), u64)
SubnetEpochIndex = Map(identity(NetUid), u64)
ActivityCutoffFactorMilli = Map(identity(NetUid), u32, default=13_889)
FirstEmissionBlockNumber = Map(identity(NetUid), u64, optional=True)
SubnetMechanism = Map(identity(NetUid), u16)
SubnetworkN = Map(identity(NetUid), u16)
NetworksAdded = Map(identity(NetUid), boolean)
IsNetworkMember = Map((blake2_128_concat(AccountId32), identity(NetUid)), boolean)
NetworkRegistrationAllowed = Map(identity(NetUid), boolean, default=True)
NetworkPowRegistrationAllowed = Map(identity(NetUid), boolean, default=True)
NetworkRegisteredAt = Map(identity(NetUid), u64)
RegisteredSubnetCounter = Map(identity(NetUid), u64)
PendingServerEmission = Map(identity(NetUid), AlphaBalance)
PendingValidatorEmission = Map(identity(NetUid), AlphaBalance)
PendingRootAlphaDivs = Map(identity(NetUid), AlphaBalance)
PendingOwnerCut = Map(identity(NetUid), AlphaBalance)
MinerBurned = Map(identity(NetUid), U96F32)
BlocksSinceLastStep = Map(identity(NetUid), u64)
LastMechansimStepBlock = Map(identity(NetUid), u64)
SubnetOwner = Map(identity(NetUid), AccountId32)
SubnetOwnerHotkey = Map(identity(NetUid), AccountId32)
RecycleOrBurn = Map(identity(NetUid), RecycleOrBurnEnum)
ServingRateLimit = Map(identity(NetUid), u64, default=50)
Rho = Map(identity(NetUid), u16, default=10)
AlphaSigmoidSteepness = Map(identity(NetUid), i16, default=1000)
Kappa = Map(identity(NetUid), u16, default=32_767)
RegistrationsThisInterval = Map(identity(NetUid), u16)
POWRegistrationsThisInterval = Map(identity(NetUid), u16)
BurnRegistrationsThisInterval = Map(identity(NetUid), u16)
MinAllowedUids = Map(identity(NetUid), u16, default=64)
MaxAllowedUids = Map(identity(NetUid), u16, default=256)
ImmunityPeriod = Map(identity(NetUid), u16, default=4096)
ActivityCutoff = Map(identity(NetUid), u16, default=5000)
MaxWeightsLimit = Map(identity(NetUid), u16, default=65_535)
WeightsVersionKey = Map(identity(NetUid), u64)
MinAllowedWeights = Map(identity(NetUid), u16, default=1024)
MaxAllowedValidators = Map(identity(NetUid), u16, default=128)
AdjustmentInterval = Map(identity(NetUid), u16, default=100)
BondsMovingAverage = Map(identity(NetUid), u64, default=900_000)
BondsPenalty = Map(identity(NetUid), u16, default=65_535)
BondsResetOn = Map(identity(NetUid), boolean)
WeightsSetRateLimit = Map(identity(NetUid), u64, default=100)
ValidatorPruneLen = Map(identity(NetUid), u64, default=1)
ScalingLawPower = Map(identity(NetUid), u16, default=50)
TargetRegistrationsPerInterval = Map(identity(NetUid), u16, default=2)
AdjustmentAlpha = Map(identity(NetUid), u64)
CommitRevealWeightsEnabled = Map(identity(NetUid), boolean, default=True)
Burn = Map(identity(NetUid), TaoBalance, default=100_000_000)
Difficulty = Map(identity(NetUid), u64, default=10_000_000)
MinBurn = Map(identity(NetUid), TaoBalance, default=500_000)
MaxBurn = Map(identity(NetUid), TaoBalance, default=100_000_000_000)
MinDifficulty = Map(identity(NetUid), u64, default=10_000_000)
MaxDifficulty = Map(identity(NetUid), u64, default=4_611_686_018_427_387_903)
LastAdjustmentBlock = Map(identity(NetUid), u64)
RegistrationsThisBlock = Map(identity(NetUid), u16)
EMAPriceHalvingBlocks = Map(identity(NetUid), u64, default=201_600)
RAORecycledForRegistration = Map(identity(NetUid), TaoBalance)
MaxEpochsPerBlock = Value(u8, default=prod_or_fast(2, 32))
TxRateLimit = Value(u64, default=1000)
TxDelegateTakeRateLimit = Value(u64, default=216_000)
TxChildkeyTakeRateLimit = Value(u64, default=prod_or_fast(216_000, 5))
LiquidAlphaOn = Map(blake2_128_concat(NetUid), boolean)
Yuma3On = Map(blake2_128_concat(NetUid), boolean)
AlphaValues = Map(identity(NetUid), Tuple(u16, u16), default=(45_875, 58_982))
SubtokenEnabled = Map(identity(NetUid), boolean)
VotingPower = Map((identity(NetUid), blake2_128_concat(AccountId32)), u64)
VotingPowerTrackingEnabled = Map(identity(NetUid), boolean)
VotingPowerDisableAtBlock = Map(identity(NetUid), u64)
VotingPowerEmaAlpha = Map(identity(NetUid), u64, default=3_570_000_000_000_000)
ImmuneOwnerUidsLimit = Map(identity(NetUid), u16, default=1)
StakeWeight = Map(identity(NetUid), Vec(u16))
Uids = Map((identity(NetUid), blake2_128_concat(AccountId32)), u16, optional=True)
Keys = Map((identity(NetUid), identity(u16)), AccountId32)
LoadedEmission = Map(identity(NetUid), Vec(Tuple(AccountId32, u64, u64)), optional=True)
Active = Map(identity(NetUid), Vec(boolean))
Consensus = Map(identity(NetUid), Vec(u16))
Incentive = Map(identity(NetUidStorageIndex), Vec(u16))
Dividends = Map(identity(NetUid), Vec(u16))
Emission = Map(identity(NetUid), Vec(AlphaBalance))
LastUpdate = Map(identity(NetUidStorageIndex), Vec(u64))
ValidatorTrust = Map(identity(NetUid), Vec(u16))
ValidatorPermit = Map(identity(NetUid), Vec(boolean))
Weights = Map((identity(NetUidStorageIndex), identity(u16)), Vec(Tuple(u16, u16)))
Bonds = Map((identity(NetUidStorageIndex), identity(u16)), Vec(Tuple(u16, u16)))
BlockAtRegistration = Map((identity(NetUid), identity(u16)), u64)
Axons = Map((identity(NetUid), blake2_128_concat(AccountId32)), AxonInfo, optional=True)
NeuronCertificates = Map(
    (identity(NetUid), blake2_128_concat(AccountId32)), NeuronCertificate, optional=True
)
Prometheus = Map((identity(NetUid), blake2_128_concat(AccountId32)), PrometheusInfo, optional=True)
IdentitiesV2 = Map(blake2_128_concat(AccountId32), ChainIdentityV2, optional=True)
SubnetIdentitiesV3 = Map(blake2_128_concat(NetUid), SubnetIdentityV3, optional=True)
TransactionKeyLastBlock = Map(
    (blake2_128_concat(AccountId32), identity(NetUid), identity(u16)), u64
)
LastTxBlock = Map(identity(AccountId32), u64)
LastTxBlockChildKeyTake = Map(identity(AccountId32), u64)
LastTxBlockDelegateTake = Map(identity(AccountId32), u64)
StakeThreshold = Value(u64)
WeightCommits = Map(
    (twox_64_concat(NetUidStorageIndex), twox_64_concat(AccountId32)),
    Vec(Tuple(H256, u64, u64, u64)),
    optional=True,
)
TimelockedWeightCommits = Map(
    (twox_64_concat(NetUidStorageIndex), twox_64_concat(u64)),
    Vec(Tuple(AccountId32, u64, BoundedBytes(5000), u64)),
)
CRV3WeightCommits = Map(
    (twox_64_concat(NetUidStorageIndex), twox_64_concat(u64)),
    Vec(Tuple(AccountId32, BoundedBytes(5000), u64)),
)
CRV3WeightCommitsV2 = Map(
    (twox_64_concat(NetUidStorageIndex), twox_64_concat(u64)),
    Vec(Tuple(AccountId32, u64, BoundedBytes(5000), u64)),
)
RevealPeriodEpochs = Map(twox_64_concat(NetUid), u64, default=1)
LastColdkeyHotkeyStakeBlock = Map(
    (twox_64_concat(AccountId32), twox_64_concat(AccountId32)), u64, optional=True
)
RootClaimableThreshold = Map(blake2_128_concat(NetUid), I96F32, default=I96F32.bits("500000"))
RootClaimable = Map(blake2_128_concat(AccountId32), BTreeMap(NetUid, I96F32))
RootClaimed = Map(
    (identity(NetUid), blake2_128_concat(AccountId32), blake2_128_concat(AccountId32)), u128
)
RootClaimType = Map(blake2_128_concat(AccountId32), RootClaimTypeEnum)
StakingColdkeysByIndex = Map(identity(u64), AccountId32, optional=True)
StakingColdkeys = Map(identity(AccountId32), u64, optional=True)
NumStakingColdkeys = Value(u64)
NumRootClaim = Value(u64, default=5)
AssociatedEvmAddress = Map(
    (twox_64_concat(NetUid), twox_64_concat(u16)), Tuple(H160, u64), optional=True
)
SubnetLeases = Map(twox_64_concat(u32), SubnetLease, optional=True)
SubnetLeaseShares = Map((twox_64_concat(u32), identity(AccountId32)), U64F64)
SubnetUidToLeaseId = Map(twox_64_concat(NetUid), u32, optional=True)
NextSubnetLeaseId = Value(u32)
AccumulatedLeaseDividends = Map(twox_64_concat(u32), AlphaBalance)
CommitRevealWeightsVersion = Value(u16, default=4)
NetworkRegistrationStartBlock = Value(u64)
TaoInRefundDeploymentBlock = Value(u64)
MinNonImmuneUids = Map(identity(NetUid), u16, default=10)
MaxMechanismCount = Value(MechId, default=2)
MechanismCountCurrent = Map(twox_64_concat(NetUid), MechId, default=1)
MechanismEmissionSplit = Map(twox_64_concat(NetUid), Vec(u16), optional=True)
BurnHalfLife = Map(identity(NetUid), u16, default=360)
BurnIncreaseMult = Map(identity(NetUid), U64F64, default=U64F64.bits("1.26"))
AutoParentDelegationEnabled = Map(blake2_128_concat(AccountId32), boolean, default=True)
HasMigrationRun = Map(identity(Bytes), boolean)
PendingChildKeyCooldown = Value(u64, default=prod_or_fast(7200, 15))
