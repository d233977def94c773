"""`CheckShieldedTxValidity`: the format of an encrypted extrinsic."""

from __future__ import annotations

from typing import Any

from btsdk.shield import parse
from chain_spec.transaction_errors import CustomTransactionError
from local_node.runtime.extensions.extension import Extension, Transaction
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.validity import NO_TAGS, ValidTransaction, custom


def validate(ctx: Context, transaction: Transaction, extra: Any) -> ValidTransaction:
    pallet, call = transaction.call
    is_shielded = pallet == "MevShield" and call[0] == "submit_encrypted"
    if is_shielded and parse(call[1]["ciphertext"]) is None:
        raise custom(CustomTransactionError.FailedShieldedTxParsing)
    return NO_TAGS


CHECK_SHIELDED_TX_VALIDITY = Extension(validate=validate)
