"""Types of the Ethereum pallets, which this chain declares but does not run."""

from __future__ import annotations

from typing import TypeVar

from chain_spec.types.construct import (
    Array,
    ByteArray,
    Option,
    Vec,
    alias,
    enum,
    newtype,
    struct,
    variant,
)
from chain_spec.types.expression import FieldOf, Struct, StructValue, Type
from chain_spec.types.primitives import Bytes, boolean, string, u8, u32, u64
from chain_spec.types.substrate import H256

V = TypeVar("V")

H64 = newtype("ethereum_types::hash::H64", ByteArray(8))
H160 = newtype("primitive_types::H160", ByteArray(20))
Address = alias("Address", H160)
# The codec represents 256-bit numbers as integers, not as four words.
U256 = Struct[int](("primitive_types", "U256"), default=0, fields=(FieldOf(None, Array(u64, 4)),))
Bloom = newtype("ethbloom::Bloom", ByteArray(256))
AccessListItem = struct(
    "ethereum::transaction::eip2930::AccessListItem", address=Address, storage_keys=Vec(H256)
)
AccessList = alias("AccessList", Vec(AccessListItem))
MalleableTransactionSignature = struct(
    "ethereum::transaction::eip2930::MalleableTransactionSignature",
    odd_y_parity=boolean,
    r=H256,
    s=H256,
)
AuthorizationListItem = struct(
    "ethereum::transaction::eip7702::AuthorizationListItem",
    chain_id=u64,
    address=Address,
    nonce=U256,
    signature=MalleableTransactionSignature,
)
Basic = struct("evm::backend::Basic", balance=U256, nonce=U256)
TransactionAction = enum(
    "ethereum::transaction::legacy::TransactionAction", Call=variant(0, H160), Create=1
)
Eip2930Signature = struct(
    "ethereum::transaction::eip2930::TransactionSignature", odd_y_parity=boolean, r=H256, s=H256
)
TransactionSignature = alias("TransactionSignature", Eip2930Signature)
EIP1559Transaction = struct(
    "ethereum::transaction::eip1559::EIP1559Transaction",
    chain_id=u64,
    nonce=U256,
    max_priority_fee_per_gas=U256,
    max_fee_per_gas=U256,
    gas_limit=U256,
    action=TransactionAction,
    value=U256,
    input=Bytes,
    access_list=AccessList,
    signature=TransactionSignature,
)
EIP2930Transaction = struct(
    "ethereum::transaction::eip2930::EIP2930Transaction",
    chain_id=u64,
    nonce=U256,
    gas_price=U256,
    gas_limit=U256,
    action=TransactionAction,
    value=U256,
    input=Bytes,
    access_list=AccessList,
    signature=TransactionSignature,
)
Log = struct("ethereum::log::Log", address=H160, topics=Vec(H256), data=Bytes)
EIP658ReceiptData = struct(
    "ethereum::receipt::EIP658ReceiptData",
    status_code=u8,
    used_gas=U256,
    logs_bloom=Bloom,
    logs=Vec(Log),
)
EIP7702Transaction = struct(
    "ethereum::transaction::eip7702::EIP7702Transaction",
    chain_id=u64,
    nonce=U256,
    max_priority_fee_per_gas=U256,
    max_fee_per_gas=U256,
    gas_limit=U256,
    destination=TransactionAction,
    value=U256,
    data=Bytes,
    access_list=AccessList,
    authorization_list=alias("AuthorizationList", Vec(AuthorizationListItem)),
    signature=TransactionSignature,
)
TransactionRecoveryId = newtype("ethereum::transaction::legacy::TransactionRecoveryId", u64)
LegacySignature = struct(
    "ethereum::transaction::legacy::TransactionSignature", v=TransactionRecoveryId, r=H256, s=H256
)
LegacyTransaction = struct(
    "ethereum::transaction::legacy::LegacyTransaction",
    nonce=U256,
    gas_price=U256,
    gas_limit=U256,
    action=TransactionAction,
    value=U256,
    input=Bytes,
    signature=alias("TransactionSignature", LegacySignature),
)
Opcode = newtype("evm_core::opcode::Opcode", u8)
ExitError = enum(
    "evm_core::error::ExitError",
    StackUnderflow=0,
    StackOverflow=1,
    InvalidJump=2,
    InvalidRange=3,
    DesignatedInvalid=4,
    CallTooDeep=5,
    CreateCollision=6,
    CreateContractLimit=7,
    OutOfOffset=8,
    OutOfGas=9,
    OutOfFund=10,
    PCUnderflow=11,
    CreateEmpty=12,
    Other=variant(13, string),
    MaxNonce=14,
    InvalidCode=variant(15, Opcode),
)
ExitFatal = enum(
    "evm_core::error::ExitFatal",
    NotSupported=0,
    UnhandledInterrupt=1,
    CallErrorAsFatal=variant(2, ExitError),
    Other=variant(3, string),
)
ExitRevert = enum("evm_core::error::ExitRevert", Reverted=0)
ExitSucceed = enum("evm_core::error::ExitSucceed", Stopped=0, Returned=1, Suicided=2)
EvmExitReason = enum(
    "evm_core::error::ExitReason",
    Succeed=variant(0, ExitSucceed),
    Error=variant(1, ExitError),
    Revert=variant(2, ExitRevert),
    Fatal=variant(3, ExitFatal),
)
ReceiptV4 = enum(
    "ethereum::receipt::ReceiptV4",
    Legacy=variant(0, EIP658ReceiptData),
    EIP2930=variant(1, alias("EIP2930ReceiptData", EIP658ReceiptData)),
    EIP1559=variant(2, alias("EIP1559ReceiptData", EIP658ReceiptData)),
    EIP7702=variant(3, alias("EIP7702ReceiptData", EIP658ReceiptData)),
)
TransactionStatus = struct(
    "fp_rpc::TransactionStatus",
    transaction_hash=H256,
    transaction_index=u32,
    from_=Address,
    to=Option(H160),
    contract_address=Option(H160),
    logs=Vec(Log),
    logs_bloom=Bloom,
)
TransactionV3 = enum(
    "ethereum::transaction::TransactionV3",
    Legacy=variant(0, LegacyTransaction),
    EIP2930=variant(1, EIP2930Transaction),
    EIP1559=variant(2, EIP1559Transaction),
    EIP7702=variant(3, EIP7702Transaction),
)
UsedGas = struct("fp_evm::UsedGas", standard=U256, effective=U256)
WeightInfo = struct(
    "fp_evm::WeightInfo",
    ref_time_limit=Option(u64),
    proof_size_limit=Option(u64),
    ref_time_usage=Option(u64),
    proof_size_usage=Option(u64),
)
EthereumHeader = struct(
    "ethereum::header::Header",
    parent_hash=H256,
    ommers_hash=H256,
    beneficiary=H160,
    state_root=H256,
    transactions_root=H256,
    receipts_root=H256,
    logs_bloom=Bloom,
    difficulty=U256,
    number=U256,
    gas_limit=U256,
    gas_used=U256,
    timestamp=u64,
    extra_data=Bytes,
    mix_hash=H256,
    nonce=H64,
)
EthereumBlock = struct(
    "ethereum::block::Block",
    header=alias("Header", EthereumHeader),
    transactions=Vec(TransactionV3),
    ommers=Vec(EthereumHeader),
).of(T=TransactionV3)


def ExecutionInfoV2(value: Type[V]) -> Struct[StructValue]:
    """The result of an EVM call or creation; `value` is its output."""
    return struct(
        "fp_evm::ExecutionInfoV2",
        exit_reason=EvmExitReason,
        value=alias("T", value),
        used_gas=UsedGas,
        weight_info=Option(WeightInfo),
        logs=Vec(Log),
    ).of(T=value)
