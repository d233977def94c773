"""WebAssembly contracts: declared, never run here. The arguments are those of `spec_version`
343."""

from __future__ import annotations

from chain_spec.declare import Call, Pallet
from chain_spec.types import AsCompact, Bytes, Compact, Option, alias, u64
from chain_spec.types.contracts import Determinism
from chain_spec.types.labels import AccountIdLookup, BalanceOf
from chain_spec.types.substrate import H256, Weight

CodeHash = alias("CodeHash<T>", H256)
DepositLimit = alias(
    "Option<<BalanceOf<T> as codec::HasCompact>::Type>", Option(Compact(BalanceOf))
)
OldWeight = AsCompact(alias("OldWeight", u64))
Value = AsCompact(BalanceOf)


class calls:
    call_old_weight = Call(
        0,
        dest=AccountIdLookup,
        value=Value,
        gas_limit=OldWeight,
        storage_deposit_limit=DepositLimit,
        data=Bytes,
    )
    instantiate_with_code_old_weight = Call(
        1,
        value=Value,
        gas_limit=OldWeight,
        storage_deposit_limit=DepositLimit,
        code=Bytes,
        data=Bytes,
        salt=Bytes,
    )
    instantiate_old_weight = Call(
        2,
        value=Value,
        gas_limit=OldWeight,
        storage_deposit_limit=DepositLimit,
        code_hash=CodeHash,
        data=Bytes,
        salt=Bytes,
    )
    upload_code = Call(3, code=Bytes, storage_deposit_limit=DepositLimit, determinism=Determinism)
    remove_code = Call(4, code_hash=CodeHash)
    set_code = Call(5, dest=AccountIdLookup, code_hash=CodeHash)
    call = Call(
        6,
        dest=AccountIdLookup,
        value=Value,
        gas_limit=Weight,
        storage_deposit_limit=DepositLimit,
        data=Bytes,
    )
    instantiate_with_code = Call(
        7,
        value=Value,
        gas_limit=Weight,
        storage_deposit_limit=DepositLimit,
        code=Bytes,
        data=Bytes,
        salt=Bytes,
    )
    instantiate = Call(
        8,
        value=Value,
        gas_limit=Weight,
        storage_deposit_limit=DepositLimit,
        code_hash=CodeHash,
        data=Bytes,
        salt=Bytes,
    )
    migrate = Call(9, weight_limit=Weight)


pallet = Pallet("Contracts", 29, crate="pallet_contracts", calls=calls)
