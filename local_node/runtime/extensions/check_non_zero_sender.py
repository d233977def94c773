"""`CheckNonZeroSender`: refuses the all-zero account, whose key is unknown."""

from __future__ import annotations

from typing import Any

from local_node.runtime.extensions.extension import Extension, Transaction
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.validity import NO_TAGS, ValidTransaction, invalid


def validate(ctx: Context, transaction: Transaction, extra: Any) -> ValidTransaction:
    if not any(transaction.signer):
        raise invalid("BadSigner")
    return NO_TAGS


CHECK_NON_ZERO_SENDER = Extension(validate=validate)
