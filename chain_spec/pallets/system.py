"""Accounts, block bookkeeping, events."""

from __future__ import annotations

from chain_spec.declare import (
    Call,
    Constant,
    Error,
    Event,
    FromInterface,
    Map,
    Pallet,
    Value,
    blake2_128_concat,
    twox_64_concat,
)
from chain_spec.types import Bytes, Tuple, Vec, alias, boolean, u16, u32, u64
from chain_spec.types.frame import (
    AccountInfo,
    BlockLength,
    BlockWeights,
    CodeUpgradeAuthorization,
    DispatchEventInfo,
    EventRecord,
    LastRuntimeUpgradeInfo,
    PerDispatchClass,
    Phase,
)
from chain_spec.types.labels import AccountId, Hash
from chain_spec.types.substrate import (
    H256,
    AccountId32,
    Digest,
    DispatchError,
    RuntimeDbWeight,
    RuntimeVersion,
    Weight,
)


class storage:
    Account = Map(blake2_128_concat(AccountId32), AccountInfo)
    ExtrinsicCount = Value(u32, optional=True)
    InherentsApplied = Value(boolean)
    BlockWeight = Value(PerDispatchClass(Weight))
    AllExtrinsicsLen = Value(u32, optional=True)
    BlockHash = Map(twox_64_concat(u32), H256)
    ExtrinsicData = Map(twox_64_concat(u32), Bytes)
    Number = Value(u32)
    ParentHash = Value(H256)
    Digest = Value(Digest)
    Events = Value(Vec(EventRecord))
    EventCount = Value(u32)
    EventTopics = Map(blake2_128_concat(H256), Vec(Tuple(u32, u32)))
    LastRuntimeUpgrade = Value(LastRuntimeUpgradeInfo, optional=True)
    UpgradedToU32RefCount = Value(boolean)
    UpgradedToTripleRefCount = Value(boolean)
    ExecutionPhase = Value(Phase, optional=True)
    AuthorizedUpgrade = Value(CodeUpgradeAuthorization, optional=True)
    ExtrinsicWeightReclaimed = Value(Weight)


class calls:
    remark = Call(0, remark=Bytes)
    set_heap_pages = Call(1, pages=u64)
    set_code = Call(2, code=Bytes)
    set_code_without_checks = Call(3, code=Bytes)
    set_storage = Call(4, items=alias("Vec<KeyValue>", Vec(Tuple(Bytes, Bytes))))
    kill_storage = Call(5, keys=Vec(Bytes))
    kill_prefix = Call(6, prefix=Bytes, subkeys=u32)
    remark_with_event = Call(7, remark=Bytes)
    authorize_upgrade = Call(9, code_hash=Hash)
    authorize_upgrade_without_checks = Call(10, code_hash=Hash)
    apply_authorized_upgrade = Call(11, code=Bytes)


class events:
    ExtrinsicSuccess = Event(0, dispatch_info=DispatchEventInfo)
    ExtrinsicFailed = Event(1, dispatch_error=DispatchError, dispatch_info=DispatchEventInfo)
    CodeUpdated = Event(2)
    NewAccount = Event(3, account=AccountId)
    KilledAccount = Event(4, account=AccountId)
    Remarked = Event(5, sender=AccountId, hash=Hash)
    UpgradeAuthorized = Event(6, code_hash=Hash, check_version=boolean)
    RejectedInvalidAuthorizedUpgrade = Event(7, code_hash=Hash, error=DispatchError)


class errors:
    InvalidSpecName = Error(0, "The new runtime is of another chain: its name differs.")
    SpecVersionNeedsToIncrease = Error(1, "The new runtime is not newer than the one that runs.")
    FailedToExtractRuntimeVersion = Error(2, "The code says no version; it may be no runtime.")
    NonDefaultComposite = Error(3, "The account is in use: it holds more than nothing.")
    NonZeroRefCount = Error(4, "The account is in use: something refers to it.")
    CallFiltered = Error(5, "This chain does not allow the call: its pallet is shown, not run.")
    MultiBlockMigrationsOngoing = Error(
        6, "The storage is being migrated; upgrade when that is over."
    )
    NothingAuthorized = Error(7, "No upgrade was authorized.")
    Unauthorized = Error(8, "The code is not the one that was authorized.")


class constants:
    BlockWeights = Constant(
        BlockWeights,
        {
            "base_block": {"ref_time": 431_614_000, "proof_size": 0},
            "max_block": {"ref_time": 4_000_000_000_000, "proof_size": 18_446_744_073_709_551_615},
            "per_class": {
                "normal": {
                    "base_extrinsic": {"ref_time": 108_157_000, "proof_size": 0},
                    "max_extrinsic": {
                        "ref_time": 2_599_891_843_000,
                        "proof_size": 11_990_383_647_911_208_550,
                    },
                    "max_total": {
                        "ref_time": 3_000_000_000_000,
                        "proof_size": 13_835_058_055_282_163_711,
                    },
                    "reserved": {"ref_time": 0, "proof_size": 0},
                },
                "operational": {
                    "base_extrinsic": {"ref_time": 108_157_000, "proof_size": 0},
                    "max_extrinsic": {
                        "ref_time": 3_599_891_843_000,
                        "proof_size": 16_602_069_666_338_596_454,
                    },
                    "max_total": {
                        "ref_time": 4_000_000_000_000,
                        "proof_size": 18_446_744_073_709_551_615,
                    },
                    "reserved": {
                        "ref_time": 1_000_000_000_000,
                        "proof_size": 4_611_686_018_427_387_904,
                    },
                },
                "mandatory": {
                    "base_extrinsic": {"ref_time": 108_157_000, "proof_size": 0},
                    "max_extrinsic": None,
                    "max_total": None,
                    "reserved": None,
                },
            },
        },
    )
    BlockLength = Constant(
        BlockLength,
        {"max": {"normal": 7_864_320, "operational": 10_485_760, "mandatory": 10_485_760}},
    )
    BlockHashCount = Constant(u32, 2400)
    DbWeight = Constant(RuntimeDbWeight, {"read": 25_000_000, "write": 100_000_000})
    Version = Constant(RuntimeVersion, FromInterface(lambda interface: interface.version))
    SS58Prefix = Constant(u16, 42)


pallet = Pallet(
    "System",
    0,
    crate="frame_system",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
    constants=constants,
)
