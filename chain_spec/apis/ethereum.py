"""The API of Ethereum clients: declared, never served here."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import Bytes, Option, Result, Tuple, Unit, Vec, boolean, u64
from chain_spec.types.evm import (
    H160,
    U256,
    AuthorizationListItem,
    Basic,
    EthereumBlock,
    ExecutionInfoV2,
    ReceiptV4,
    TransactionStatus,
    TransactionV3,
)
from chain_spec.types.substrate import H256, DispatchError, Header, Permill, UncheckedExtrinsic


class EthereumRuntimeRPCApi:
    chain_id = Method(u64)
    account_basic = Method(Basic, address=H160)
    gas_price = Method(U256)
    account_code_at = Method(Bytes, address=H160)
    author = Method(H160)
    storage_at = Method(H256, address=H160, index=U256)
    call = Method(
        Result(ExecutionInfoV2(Bytes), DispatchError),
        from_=H160,
        to=H160,
        data=Bytes,
        value=U256,
        gas_limit=U256,
        max_fee_per_gas=Option(U256),
        max_priority_fee_per_gas=Option(U256),
        nonce=Option(U256),
        estimate=boolean,
        access_list=Option(Vec(Tuple(H160, Vec(H256)))),
        authorization_list=Option(Vec(AuthorizationListItem)),
    )
    create = Method(
        Result(ExecutionInfoV2(H160), DispatchError),
        from_=H160,
        data=Bytes,
        value=U256,
        gas_limit=U256,
        max_fee_per_gas=Option(U256),
        max_priority_fee_per_gas=Option(U256),
        nonce=Option(U256),
        estimate=boolean,
        access_list=Option(Vec(Tuple(H160, Vec(H256)))),
        authorization_list=Option(Vec(AuthorizationListItem)),
    )
    current_block = Method(Option(EthereumBlock))
    current_receipts = Method(Option(Vec(ReceiptV4)))
    current_transaction_statuses = Method(Option(Vec(TransactionStatus)))
    current_all = Method(
        Tuple(Option(EthereumBlock), Option(Vec(ReceiptV4)), Option(Vec(TransactionStatus)))
    )
    extrinsic_filter = Method(Vec(TransactionV3), xts=Vec(UncheckedExtrinsic))
    elasticity = Method(Option(Permill))
    gas_limit_multiplier_support = Method(Unit)
    pending_block = Method(
        Tuple(Option(EthereumBlock), Option(Vec(TransactionStatus))), xts=Vec(UncheckedExtrinsic)
    )
    initialize_pending_block = Method(Unit, header=Header)


api = Api(EthereumRuntimeRPCApi, version=6)
