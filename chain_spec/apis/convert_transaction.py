"""Ethereum transactions as extrinsics: declared, never served here."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types.evm import TransactionV3
from chain_spec.types.substrate import UncheckedExtrinsic


class ConvertTransactionRuntimeApi:
    convert_transaction = Method(UncheckedExtrinsic, transaction=TransactionV3)


api = Api(ConvertTransactionRuntimeApi, version=2)
