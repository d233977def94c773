"""Types of Substrate's pallets."""

from __future__ import annotations

from typing import TypeVar

from chain_spec.types.construct import (
    BoundedBytes,
    BoundedVec,
    ByteArray,
    Compact,
    Option,
    Tuple,
    Vec,
    alias,
    enum,
    newtype,
    struct,
    variant,
)
from chain_spec.types.evm import H160
from chain_spec.types.expression import Struct, StructValue, Type
from chain_spec.types.primitives import boolean, string, u8, u32, u64, u128
from chain_spec.types.substrate import (
    H256,
    AccountId32,
    DispatchClass,
    Pays,
    RuntimeCall,
    RuntimeEvent,
    Weight,
)
from chain_spec.types.units import TaoBalance

V = TypeVar("V")

Balance = alias("Balance", TaoBalance)
RefCount = alias("RefCount", u32)
Output = alias("H::Output", H256)
ExtraFlags = newtype("pallet_balances::types::ExtraFlags", u128, default=1 << 127)
AccountData = struct(
    "pallet_balances::types::AccountData",
    free=Balance,
    reserved=Balance,
    frozen=Balance,
    flags=ExtraFlags,
).of(Balance=u64)
AccountInfo = struct(
    "frame_system::AccountInfo",
    nonce=alias("Nonce", u32),
    consumers=RefCount,
    providers=RefCount,
    sufficients=RefCount,
    data=AccountData,
).of(Nonce=u32, AccountData=AccountData)
Reasons = enum("pallet_balances::types::Reasons", Fee=0, Misc=1, All=2)
BalanceLock = struct(
    "pallet_balances::types::BalanceLock",
    id=alias("LockIdentifier", ByteArray(8)),
    amount=Balance,
    reasons=Reasons,
).of(Balance=u64)
BalanceStatus = enum("frame_support::traits::tokens::misc::BalanceStatus", Free=0, Reserved=1)
AdjustmentDirection = enum("pallet_balances::types::AdjustmentDirection", Increase=0, Decrease=1)
ReserveData = struct(
    "pallet_balances::types::ReserveData",
    id=alias("ReserveIdentifier", ByteArray(8)),
    amount=Balance,
).of(ReserveIdentifier=ByteArray(8), Balance=u64)
Bounded = enum(
    "frame_support::traits::preimages::Bounded",
    Legacy=variant(0, hash=Output),
    Inline=variant(1, alias("BoundedInline", BoundedBytes())),
    Lookup=variant(2, hash=Output, len=u32),
).of(T=RuntimeCall, H=None)


def PerDispatchClass(item: Type[V]) -> Struct[StructValue]:
    """One `T` for each dispatch class."""
    part = alias("T", item)
    return struct(
        "frame_support::dispatch::PerDispatchClass", normal=part, operational=part, mandatory=part
    ).of(T=item)


def IdAmount(reason: Type[V]) -> Struct[StructValue]:
    """An amount with the reason why it is held or frozen."""
    return struct(
        "frame_support::traits::tokens::misc::IdAmount", id=alias("Id", reason), amount=Balance
    ).of(Id=reason, Balance=u64)


BlockLength = struct("frame_system::limits::BlockLength", max=PerDispatchClass(u32))
WeightsPerClass = struct(
    "frame_system::limits::WeightsPerClass",
    base_extrinsic=Weight,
    max_extrinsic=Option(Weight),
    max_total=Option(Weight),
    reserved=Option(Weight),
)
BlockWeights = struct(
    "frame_system::limits::BlockWeights",
    base_block=Weight,
    max_block=Weight,
    per_class=PerDispatchClass(WeightsPerClass),
)
CodeUpgradeAuthorization = struct(
    "frame_system::CodeUpgradeAuthorization",
    code_hash=alias("T::Hash", H256),
    check_version=boolean,
).of(T=None)
LastRuntimeUpgradeInfo = struct(
    "frame_system::LastRuntimeUpgradeInfo", spec_version=Compact(u32), spec_name=string
)
DispatchEventInfo = struct(
    "frame_system::DispatchEventInfo", weight=Weight, class_=DispatchClass, pays_fee=Pays
)
Phase = enum(
    "frame_system::Phase", ApplyExtrinsic=variant(0, u32), Finalization=1, Initialization=2
)
EventRecord = struct(
    "frame_system::EventRecord", phase=Phase, event=alias("E", RuntimeEvent), topics=Vec(H256)
).of(E=RuntimeEvent, T=H256)
InclusionFee = struct(
    "pallet_transaction_payment::types::InclusionFee",
    base_fee=Balance,
    len_fee=Balance,
    adjusted_weight_fee=Balance,
).of(Balance=u64)
FeeDetails = struct(
    "pallet_transaction_payment::types::FeeDetails", inclusion_fee=Option(InclusionFee), tip=Balance
).of(Balance=u64)
RuntimeDispatchInfo = struct(
    "pallet_transaction_payment::types::RuntimeDispatchInfo",
    weight=Weight,
    class_=DispatchClass,
    partial_fee=Balance,
).of(Balance=u64, Weight=Weight)
Releases = enum("pallet_transaction_payment::Releases", V1Ancient=0, V2=1)
HoldConsideration = newtype(
    "frame_support::traits::tokens::fungible::HoldConsideration", alias("F::Balance", u64)
).of(A=None, F=None, R=None, D=None, Fp=None)
OldRequestStatus = enum(
    "pallet_preimage::OldRequestStatus",
    Unrequested=variant(0, deposit=Tuple(AccountId32, u64), len=u32),
    Requested=variant(1, deposit=Option(Tuple(AccountId32, u64)), count=u32, len=Option(u32)),
).of(AccountId=AccountId32, Balance=u64)
RequestStatus = enum(
    "pallet_preimage::RequestStatus",
    Unrequested=variant(0, ticket=Tuple(AccountId32, HoldConsideration), len=u32),
    Requested=variant(
        1,
        maybe_ticket=Option(Tuple(AccountId32, HoldConsideration)),
        count=u32,
        maybe_len=Option(u32),
    ),
).of(AccountId=AccountId32, Ticket=HoldConsideration)
RetryConfig = struct(
    "pallet_scheduler::RetryConfig", total_retries=u8, remaining=u8, period=alias("Period", u32)
).of(Period=u32)
RawOrigin = enum(
    "frame_support::dispatch::RawOrigin",
    Root=0,
    Signed=variant(1, AccountId32),
    None_=2,
    Authorized=3,
).of(AccountId=AccountId32)
EthereumOrigin = enum("pallet_ethereum::RawOrigin", EthereumTransaction=variant(0, H160))
OriginCaller = enum(
    "node_subtensor_runtime::OriginCaller",
    system=variant(0, RawOrigin),
    Ethereum=variant(21, alias("pallet_ethereum::Origin", EthereumOrigin)),
)
Scheduled = struct(
    "pallet_scheduler::Scheduled",
    maybe_id=Option(ByteArray(32)),
    priority=alias("schedule::Priority", u8),
    call=alias("Call", Bounded),
    maybe_periodic=Option(Tuple(u32, u32)),
    origin=alias("PalletsOrigin", OriginCaller),
).of(
    Name=ByteArray(32),
    Call=Bounded,
    BlockNumber=u32,
    PalletsOrigin=OriginCaller,
    AccountId=AccountId32,
)
Timepoint = struct("pallet_multisig::Timepoint", height=alias("BlockNumber", u32), index=u32).of(
    BlockNumber=u32
)
Multisig = struct(
    "pallet_multisig::Multisig",
    when=Timepoint,
    deposit=Balance,
    depositor=AccountId32,
    approvals=BoundedVec(AccountId32),
).of(BlockNumber=u32, Balance=u64, AccountId=AccountId32, MaxApprovals=None)
PalletId = newtype("frame_support::PalletId", ByteArray(8))
SafeModeExitReason = enum("pallet_safe_mode::pallet::ExitReason", Timeout=0, Force=1)
PreimageHoldReason = enum("pallet_preimage::pallet::HoldReason", Preimage=0)
SafeModeHoldReason = enum("pallet_safe_mode::pallet::HoldReason", EnterOrExtend=0)
ContractsHoldReason = enum(
    "pallet_contracts::pallet::HoldReason", CodeUploadDepositReserve=0, StorageDepositReserve=1
)
RuntimeHoldReason = enum(
    "node_subtensor_runtime::RuntimeHoldReason",
    Preimage=variant(14, PreimageHoldReason),
    SafeMode=variant(20, SafeModeHoldReason),
    Contracts=variant(29, ContractsHoldReason),
)
RuntimeFreezeReason = enum("node_subtensor_runtime::RuntimeFreezeReason")
