"""Types of the contracts API, which this chain declares but does not run."""

from __future__ import annotations

from typing import TypeVar

from chain_spec.types.construct import Option, Result, Vec, alias, enum, struct, variant
from chain_spec.types.expression import FieldOf, Struct, StructValue, Type
from chain_spec.types.frame import EventRecord
from chain_spec.types.primitives import Bytes, u32, u64
from chain_spec.types.substrate import H256, AccountId32, DispatchError, Weight

V = TypeVar("V")

Balance = alias("Balance", u64)
Code = enum(
    "pallet_contracts::primitives::Code",
    Upload=variant(0, Bytes),
    Existing=variant(1, alias("Hash", H256)),
).of(Hash=H256)
CodeUploadReturnValue = struct(
    "pallet_contracts::primitives::CodeUploadReturnValue",
    code_hash=alias("CodeHash", H256),
    deposit=Balance,
).of(CodeHash=H256, Balance=u64)
ContractAccessError = enum(
    "pallet_contracts::primitives::ContractAccessError",
    DoesntExist=0,
    KeyDecodingFailed=1,
    MigrationInProgress=2,
)
Determinism = enum("pallet_contracts::wasm::Determinism", Enforced=0, Relaxed=1)
# A struct of the one field `bits` is that field to the codec.
ReturnFlags = Struct[int](
    ("pallet_contracts_uapi", "flags", "ReturnFlags"), default=0, fields=(FieldOf("bits", u32),)
)
ExecReturnValue = struct(
    "pallet_contracts::primitives::ExecReturnValue", flags=ReturnFlags, data=Bytes
)
InstantiateReturnValue = struct(
    "pallet_contracts::primitives::InstantiateReturnValue",
    result=ExecReturnValue,
    account_id=AccountId32,
).of(AccountId=AccountId32)
StorageDeposit = enum(
    "pallet_contracts::primitives::StorageDeposit",
    Refund=variant(0, Balance),
    Charge=variant(1, Balance),
).of(Balance=u64)


def ContractResult(output: Type[V]) -> Struct[StructValue]:
    """The result of a contract's dry run."""
    return struct(
        "pallet_contracts::primitives::ContractResult",
        gas_consumed=Weight,
        gas_required=Weight,
        storage_deposit=StorageDeposit,
        debug_message=Bytes,
        result=alias("R", Result(output, DispatchError)),
        events=Option(Vec(EventRecord)),
    ).of(R=Result(output, DispatchError), Balance=u64, EventRecord=EventRecord)
