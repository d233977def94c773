"""`SubtensorTransactionExtension`: the pallets' guards, checked before the pool admits a call.

The guards also run before every dispatch (`RuntimePallet.hooks.guards`). In the pool their failure
becomes a custom code, which is all that the client sees. Errors without a code of their own are
`BadRequest`.
"""

from __future__ import annotations

from typing import Any

from chain_spec.transaction_errors import CustomTransactionError
from local_node.runtime.extensions.extension import Extension, Transaction
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import DispatchFailure
from local_node.runtime.frame.validity import NO_TAGS, Refusal, ValidTransaction, custom


def validate(ctx: Context, transaction: Transaction, extra: Any) -> ValidTransaction:
    try:
        for guard in transaction.assembly.guards:
            guard(ctx, transaction.signer, transaction.call)
    except DispatchFailure as failure:
        raise _refusal(transaction, failure) from None
    return NO_TAGS


def _refusal(transaction: Transaction, failure: DispatchFailure) -> Refusal:
    codes = transaction.assembly.refusal_codes
    return custom(codes.get(str(failure), CustomTransactionError.BadRequest))


SUBTENSOR = Extension(validate=validate)
