"""Dry runs of contracts: declared, never served here."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import Bytes, Option, Result, u64
from chain_spec.types.contracts import (
    Code,
    CodeUploadReturnValue,
    ContractAccessError,
    ContractResult,
    Determinism,
    ExecReturnValue,
    InstantiateReturnValue,
)
from chain_spec.types.substrate import AccountId32, DispatchError, Weight


class ContractsApi:
    call = Method(
        ContractResult(ExecReturnValue),
        origin=AccountId32,
        dest=AccountId32,
        value=u64,
        gas_limit=Option(Weight),
        storage_deposit_limit=Option(u64),
        input_data=Bytes,
    )
    instantiate = Method(
        ContractResult(InstantiateReturnValue),
        origin=AccountId32,
        value=u64,
        gas_limit=Option(Weight),
        storage_deposit_limit=Option(u64),
        code=Code,
        data=Bytes,
        salt=Bytes,
    )
    upload_code = Method(
        Result(CodeUploadReturnValue, DispatchError),
        origin=AccountId32,
        code=Bytes,
        storage_deposit_limit=Option(u64),
        determinism=Determinism,
    )
    get_storage = Method(Result(Option(Bytes), ContractAccessError), address=AccountId32, key=Bytes)


api = Api(ContractsApi, version=2)
