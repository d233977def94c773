"""Types of Substrate itself: accounts, hashes, headers, extrinsics, dispatch and its errors."""

from __future__ import annotations

from btsdk.frozen import replace
from chain_spec.types.construct import (
    AsCompact,
    BTreeMap,
    ByteArray,
    Compact,
    Tuple,
    Vec,
    alias,
    enum,
    newtype,
    struct,
    unlabelled,
    variant,
)
from chain_spec.types.expression import FieldOf, Outer, Struct, Type, VariantValue
from chain_spec.types.primitives import Bytes, Unit, boolean, string, u8, u32, u64, u128

ConsensusEngineId = alias("ConsensusEngineId", ByteArray(4))
H256 = newtype("primitive_types::H256", ByteArray(32))
AccountId32 = replace(newtype("sp_core::crypto::AccountId32", ByteArray(32)), name="AccountId")
MultiAddress = enum(
    "sp_runtime::multiaddress::MultiAddress",
    Id=variant(0, AccountId32),
    Index=variant(1, alias("AccountIndex", Compact(Unit))),
    Raw=variant(2, Bytes),
    Address32=variant(3, ByteArray(32)),
    Address20=variant(4, ByteArray(20)),
).of(AccountId=AccountId32, AccountIndex=Unit)
RuntimeCall: Type[VariantValue] = Outer("calls")
RuntimeEvent: Type[VariantValue] = Outer("events")
Void = enum("sp_core::Void")
Era = enum(
    "sp_runtime::generic::era::Era",
    Immortal=0,
    **{f"Mortal{first}": unlabelled(first, u8) for first in range(1, 256)},
)
HashOutput = alias("Hash::Output", H256)
Perbill = newtype("sp_arithmetic::per_things::Perbill", u32)
Percent = newtype("sp_arithmetic::per_things::Percent", u8)
Permill = newtype("sp_arithmetic::per_things::Permill", u32)
Perquintill = newtype("sp_arithmetic::per_things::Perquintill", u64)
FixedU128 = newtype("sp_arithmetic::fixed_point::FixedU128", u128)
MultiSignature = enum(
    "sp_runtime::MultiSignature",
    Ed25519=variant(0, alias("ed25519::Signature", ByteArray(64))),
    Sr25519=variant(1, alias("sr25519::Signature", ByteArray(64))),
    Ecdsa=variant(2, alias("ecdsa::Signature", ByteArray(65))),
)
MultiSigner = enum(
    "sp_runtime::MultiSigner",
    Ed25519=variant(0, alias("ed25519::Public", ByteArray(32))),
    Sr25519=variant(1, alias("sr25519::Public", ByteArray(32))),
    Ecdsa=variant(2, alias("ecdsa::Public", ByteArray(33))),
)
KeyTypeId = newtype("sp_core::crypto::KeyTypeId", ByteArray(4))
NonZeroU64 = newtype("NonZeroU64", u64)
OpaqueValue = newtype("sp_runtime::OpaqueValue", Bytes)
OpaqueMetadata = newtype("sp_core::OpaqueMetadata", Bytes)
Weight = struct("sp_weights::weight_v2::Weight", ref_time=AsCompact(u64), proof_size=AsCompact(u64))
RuntimeDbWeight = struct("sp_weights::RuntimeDbWeight", read=u64, write=u64)
DispatchClass = enum("frame_support::dispatch::DispatchClass", Normal=0, Operational=1, Mandatory=2)
Pays = enum("frame_support::dispatch::Pays", Yes=0, No=1)
ArithmeticError = enum("sp_arithmetic::ArithmeticError", Underflow=0, Overflow=1, DivisionByZero=2)
TokenError = enum(
    "sp_runtime::TokenError",
    FundsUnavailable=0,
    OnlyProvider=1,
    BelowMinimum=2,
    CannotCreate=3,
    UnknownAsset=4,
    Frozen=5,
    Unsupported=6,
    CannotCreateHold=7,
    NotExpendable=8,
    Blocked=9,
)
TransactionalError = enum("sp_runtime::TransactionalError", LimitReached=0, NoLayer=1)
TrieError = enum(
    "sp_runtime::proving_trie::TrieError",
    InvalidStateRoot=0,
    IncompleteDatabase=1,
    ValueAtIncompleteKey=2,
    DecoderError=3,
    InvalidHash=4,
    DuplicateKey=5,
    ExtraneousNode=6,
    ExtraneousValue=7,
    ExtraneousHashReference=8,
    InvalidChildReference=9,
    ValueMismatch=10,
    IncompleteProof=11,
    RootMismatch=12,
    DecodeError=13,
)
ModuleError = struct("sp_runtime::ModuleError", index=u8, error=ByteArray(4))
DispatchError = enum(
    "sp_runtime::DispatchError",
    Other=0,
    CannotLookup=1,
    BadOrigin=2,
    Module=variant(3, ModuleError),
    ConsumerRemaining=4,
    NoProviders=5,
    TooManyConsumers=6,
    Token=variant(7, TokenError),
    Arithmetic=variant(8, ArithmeticError),
    Transactional=variant(9, TransactionalError),
    Exhausted=10,
    Corruption=11,
    Unavailable=12,
    RootNotAllowed=13,
    Trie=variant(14, TrieError),
)
DigestItem = enum(
    "sp_runtime::generic::digest::DigestItem",
    Other=variant(0, Bytes),
    Consensus=variant(4, ConsensusEngineId, Bytes),
    Seal=variant(5, ConsensusEngineId, Bytes),
    PreRuntime=variant(6, ConsensusEngineId, Bytes),
    RuntimeEnvironmentUpdated=8,
)
Digest = struct("sp_runtime::generic::digest::Digest", logs=Vec(DigestItem))
Header = struct(
    "sp_runtime::generic::header::Header",
    parent_hash=HashOutput,
    number=AsCompact(alias("Number", u32)),
    state_root=HashOutput,
    extrinsics_root=HashOutput,
    digest=Digest,
).of(Number=u32, Hash=None)
Slot = newtype("sp_consensus_slots::Slot", u64)
EncodedExtrinsic = Struct[bytes](
    ("sp_runtime", "generic", "unchecked_extrinsic", "UncheckedExtrinsic"),
    fields=(FieldOf(None, Bytes, shows_type=False),),
).of(Address=MultiAddress, Call=RuntimeCall, Signature=MultiSignature, Extra=Outer("extensions"))
UncheckedExtrinsic = newtype(
    "fp_self_contained::unchecked_extrinsic::UncheckedExtrinsic", EncodedExtrinsic
).of(
    Address=MultiAddress, Call=RuntimeCall, Signature=MultiSignature, Extension=Outer("extensions")
)
Block = struct(
    "sp_runtime::generic::block::Block", header=Header, extrinsics=Vec(UncheckedExtrinsic)
).of(Header=Header, Extrinsic=UncheckedExtrinsic)
InvalidTransaction = enum(
    "sp_runtime::transaction_validity::InvalidTransaction",
    Call=0,
    Payment=1,
    Future=2,
    Stale=3,
    BadProof=4,
    AncientBirthBlock=5,
    ExhaustsResources=6,
    Custom=variant(7, u8),
    BadMandatory=8,
    MandatoryValidation=9,
    BadSigner=10,
    IndeterminateImplicit=11,
    UnknownOrigin=12,
)
UnknownTransaction = enum(
    "sp_runtime::transaction_validity::UnknownTransaction",
    CannotLookup=0,
    NoUnsignedValidator=1,
    Custom=variant(2, u8),
)
TransactionValidityError = enum(
    "sp_runtime::transaction_validity::TransactionValidityError",
    Invalid=variant(0, InvalidTransaction),
    Unknown=variant(1, UnknownTransaction),
)
TransactionSource = enum(
    "sp_runtime::transaction_validity::TransactionSource", InBlock=0, Local=1, External=2
)
ValidTransaction = struct(
    "sp_runtime::transaction_validity::ValidTransaction",
    priority=alias("TransactionPriority", u64),
    requires=Vec(Bytes),
    provides=Vec(Bytes),
    longevity=alias("TransactionLongevity", u64),
    propagate=boolean,
)
ExtrinsicInclusionMode = enum(
    "sp_runtime::ExtrinsicInclusionMode", AllExtrinsics=0, OnlyInherents=1
)
InherentData = struct("sp_inherents::InherentData", data=BTreeMap(ByteArray(8), Bytes))
CheckInherentsResult = struct(
    "sp_inherents::CheckInherentsResult", okay=boolean, fatal_error=boolean, errors=InherentData
)
RuntimeVersion = struct(
    "sp_version::RuntimeVersion",
    spec_name=string,
    impl_name=string,
    authoring_version=u32,
    spec_version=u32,
    impl_version=u32,
    apis=alias("ApisVec", Vec(Tuple(ByteArray(8), u32))),
    transaction_version=u32,
    system_version=u8,
)
Mode = enum("frame_metadata_hash_extension::Mode", Disabled=0, Enabled=1)
