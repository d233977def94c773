"""Types of Subtensor's pallets: neurons, identities, proxies, beacons, leases, orders."""

from __future__ import annotations

from chain_spec.types.construct import (
    BoundedBytes,
    BoundedVec,
    BTreeSet,
    ByteArray,
    Option,
    Vec,
    alias,
    enum,
    newtype,
    struct,
    unlabelled,
    variant,
)
from chain_spec.types.frame import Bounded
from chain_spec.types.primitives import Bytes, boolean, i32, i64, u8, u16, u32, u64, u128
from chain_spec.types.substrate import (
    H256,
    AccountId32,
    MultiSignature,
    MultiSigner,
    Perbill,
    Percent,
    Perquintill,
)
from chain_spec.types.units import U64F64, AlphaBalance, NetUid, TaoBalance

BlockNumber = alias("BlockNumber", u32)
CommitmentData = enum(
    "pallet_commitments::types::Data",
    None_=0,
    **{f"Raw{size}": unlabelled(size + 1, ByteArray(size)) for size in range(129)},
    BlakeTwo256=unlabelled(130, ByteArray(32)),
    Sha256=unlabelled(131, ByteArray(32)),
    Keccak256=unlabelled(132, ByteArray(32)),
    ShaThree256=unlabelled(133, ByteArray(32)),
    TimelockEncrypted=unlabelled(134, encrypted=BoundedBytes(1024), reveal_round=u64),
    ResetBondsFlag=unlabelled(
        135,
    ),
    BigRaw=unlabelled(136, BoundedBytes(512)),
)
BoundedHash = alias("BoundedHash", BoundedBytes(32))
Public = alias("Public", MultiSigner)
ProxyAnnouncement = struct(
    "pallet_subtensor_proxy::Announcement",
    real=AccountId32,
    call_hash=alias("Hash", H256),
    height=BlockNumber,
).of(AccountId=AccountId32, Hash=H256, BlockNumber=u32)
AxonInfo = struct(
    "pallet_subtensor::pallet::AxonInfo",
    block=u64,
    version=u32,
    ip=u128,
    port=u16,
    ip_type=u8,
    protocol=u8,
    placeholder1=u8,
    placeholder2=u8,
)
Balancer = struct("pallet_subtensor_swap::pallet::balancer::Balancer", quote=Perquintill)
BeaconMetadata = struct("pallet_drand::types::Metadata", beacon_id=BoundedHash)
BeaconConfiguration = struct(
    "pallet_drand::types::BeaconConfiguration",
    public_key=alias("OpaquePublicKey", BoundedBytes(96)),
    period=u32,
    genesis_time=u32,
    hash=BoundedHash,
    group_hash=BoundedHash,
    scheme_id=BoundedHash,
    metadata=BeaconMetadata,
)
BeaconConfigurationPayload = struct(
    "pallet_drand::types::BeaconConfigurationPayload",
    block_number=BlockNumber,
    config=BeaconConfiguration,
    public=Public,
).of(Public=MultiSigner, BlockNumber=u32)
ChainIdentityV2 = struct(
    "pallet_subtensor::pallet::ChainIdentityV2",
    name=Bytes,
    url=Bytes,
    github_repo=Bytes,
    image=Bytes,
    discord=Bytes,
    description=Bytes,
    additional=Bytes,
)
CommitmentInfo = struct(
    "pallet_commitments::types::CommitmentInfo", fields=BoundedVec(CommitmentData, 3)
).of(FieldLimit=None)
Balance = alias("Balance", TaoBalance)
CrowdloanInfo = struct(
    "pallet_crowdloan::CrowdloanInfo",
    creator=AccountId32,
    deposit=Balance,
    min_contribution=Balance,
    end=BlockNumber,
    cap=Balance,
    funds_account=AccountId32,
    raised=Balance,
    target_address=Option(AccountId32),
    call=Option(Bounded),
    finalized=boolean,
    contributors_count=u32,
).of(AccountId=AccountId32, Balance=u64, BlockNumber=u32, Call=Bounded)
DepositKind = enum("pallet_subtensor_proxy::DepositKind", Proxies=0, Announcements=1)
Hyperparameter = enum(
    "pallet_subtensor::utils::rate_limiting::Hyperparameter",
    Unknown=0,
    ServingRateLimit=1,
    MaxDifficulty=2,
    AdjustmentAlpha=3,
    MaxWeightLimit=4,
    ImmunityPeriod=5,
    MinAllowedWeights=6,
    Kappa=7,
    Rho=8,
    ActivityCutoff=9,
    PowRegistrationAllowed=10,
    MinBurn=11,
    MaxBurn=12,
    BondsMovingAverage=13,
    BondsPenalty=14,
    CommitRevealEnabled=15,
    LiquidAlphaEnabled=16,
    AlphaValues=17,
    WeightCommitInterval=18,
    TransferEnabled=19,
    AlphaSigmoidSteepness=20,
    Yuma3Enabled=21,
    BondsResetEnabled=22,
    ImmuneNeuronLimit=23,
    RecycleOrBurn=24,
    MaxAllowedUids=25,
    BurnHalfLife=26,
    BurnIncreaseMult=27,
    SubnetEmissionEnabled=28,
    MinChildkeyTake=29,
    ActivityCutoffFactorMilli=30,
    TriggerEpoch=31,
)
LockState = struct(
    "pallet_subtensor::staking::lock::LockState",
    locked_mass=AlphaBalance,
    conviction=U64F64,
    last_update=u64,
)
NeuronCertificate = struct(
    "pallet_subtensor::pallet::NeuronCertificate", public_key=BoundedBytes(64), algorithm=u8
)
OrderType = enum("pallet_limit_orders::OrderType", LimitBuy=0, TakeProfit=1, StopLoss=2)
Order = struct(
    "pallet_limit_orders::Order",
    signer=AccountId32,
    hotkey=AccountId32,
    netuid=NetUid,
    order_type=OrderType,
    amount=u64,
    limit_price=u64,
    expiry=u64,
    fee_rate=Perbill,
    fee_recipient=AccountId32,
    relayer=Option(BoundedVec(AccountId32, 10)),
    max_slippage=Option(Perbill),
    chain_id=u64,
    partial_fills_enabled=boolean,
)
OrderSide = enum("pallet_limit_orders::OrderSide", Buy=0, Sell=1)
OrderStatus = enum(
    "pallet_limit_orders::OrderStatus", Fulfilled=0, PartiallyFilled=variant(1, u64), Cancelled=2
)
PendingExtrinsic = struct(
    "pallet_shield::pallet::PendingExtrinsic",
    who=AccountId32,
    encrypted_call=BoundedBytes(8192),
    submitted_at=u32,
)
PositionId = newtype("pallet_subtensor_swap::position::PositionId", u128)
PrecompileEnum = enum(
    "pallet_admin_utils::pallet::PrecompileEnum",
    BalanceTransfer=0,
    Staking=1,
    Subnet=2,
    Metagraph=3,
    Neuron=4,
    UidLookup=5,
    Alpha=6,
    Crowdloan=7,
    Proxy=8,
    Leasing=9,
    AddressMapping=10,
    VotingPower=11,
)
PrometheusInfo = struct(
    "pallet_subtensor::pallet::PrometheusInfo",
    block=u64,
    version=u32,
    ip=u128,
    port=u16,
    ip_type=u8,
)
ProxyType = enum(
    "subtensor_runtime_common::ProxyType",
    Any=0,
    Owner=1,
    NonCritical=2,
    NonTransfer=3,
    Senate=4,
    NonFungible=5,
    Triumvirate=6,
    Governance=7,
    Staking=8,
    Registration=9,
    Transfer=10,
    SmallTransfer=11,
    RootWeights=12,
    ChildKeys=13,
    SudoUncheckedSetCode=14,
    SwapHotkey=15,
    SubnetLeaseBeneficiary=16,
    RootClaim=17,
)
ProxyDefinition = struct(
    "pallet_subtensor_proxy::ProxyDefinition",
    delegate=AccountId32,
    proxy_type=ProxyType,
    delay=BlockNumber,
).of(AccountId=AccountId32, ProxyType=ProxyType, BlockNumber=u32)
Pulse = struct(
    "pallet_drand::types::Pulse",
    round=alias("RoundNumber", u64),
    randomness=BoundedBytes(32),
    signature=BoundedBytes(144),
)
PulsesPayload = struct(
    "pallet_drand::types::PulsesPayload", block_number=BlockNumber, pulses=Vec(Pulse), public=Public
).of(Public=MultiSigner, BlockNumber=u32)
RateLimitKey = enum(
    "pallet_subtensor::RateLimitKey",
    SetSNOwnerHotkey=variant(0, NetUid),
    OwnerHyperparamUpdate=variant(1, NetUid, Hyperparameter),
    NetworkLastRegistered=2,
    LastTxBlock=variant(3, AccountId32),
    LastTxBlockChildKeyTake=variant(4, AccountId32),
    LastTxBlockDelegateTake=variant(5, AccountId32),
    AddStakeBurn=variant(6, NetUid),
).of(AccountId=AccountId32)
RecycleOrBurnEnum = enum("pallet_subtensor::pallet::RecycleOrBurnEnum", Burn=0, Recycle=1)
CommitmentRegistration = struct(
    "pallet_commitments::types::Registration",
    deposit=Balance,
    block=BlockNumber,
    info=CommitmentInfo,
).of(Balance=u64, MaxFields=None, BlockNumber=u32)
RootClaimTypeEnum = enum(
    "pallet_subtensor::pallet::RootClaimTypeEnum",
    Swap=0,
    Keep=1,
    KeepSubnets=variant(2, subnets=BTreeSet(NetUid)),
)
SafeFloat = struct("share_pool::SafeFloat", mantissa=u128, exponent=i64)
ShieldedTransaction = struct(
    "stp_shield::ShieldedTransaction",
    key_hash=ByteArray(16),
    kem_ct=Bytes,
    aead_ct=Bytes,
    nonce=ByteArray(24),
)
VersionedOrder = enum("pallet_limit_orders::VersionedOrder", V1=variant(0, Order))
SignedOrder = struct(
    "pallet_limit_orders::SignedOrder",
    order=VersionedOrder,
    signature=MultiSignature,
    partial_fill=Option(u64),
)
SubnetIdentityV3 = struct(
    "pallet_subtensor::pallet::SubnetIdentityV3",
    subnet_name=Bytes,
    github_repo=Bytes,
    subnet_contact=Bytes,
    subnet_url=Bytes,
    discord=Bytes,
    description=Bytes,
    logo_url=Bytes,
    additional=Bytes,
)
SubnetLease = struct(
    "pallet_subtensor::subnets::leasing::SubnetLease",
    beneficiary=AccountId32,
    coldkey=AccountId32,
    hotkey=AccountId32,
    emissions_share=Percent,
    end_block=Option(u32),
    netuid=NetUid,
    cost=Balance,
).of(AccountId=AccountId32, BlockNumber=u32, Balance=u64)
TickIndex = newtype("pallet_subtensor_swap::tick::TickIndex", i32)
UsageTracker = struct("pallet_commitments::types::UsageTracker", last_epoch=u64, used_space=u64)
