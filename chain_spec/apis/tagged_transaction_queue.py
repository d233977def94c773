"""The validation of transactions for the pool."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import Result
from chain_spec.types.substrate import (
    H256,
    TransactionSource,
    TransactionValidityError,
    UncheckedExtrinsic,
    ValidTransaction,
)


class TaggedTransactionQueue:
    validate_transaction = Method(
        Result(ValidTransaction, TransactionValidityError),
        source=TransactionSource,
        tx=UncheckedExtrinsic,
        block_hash=H256,
    )


api = Api(TaggedTransactionQueue, version=3)
