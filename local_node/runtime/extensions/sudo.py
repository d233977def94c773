"""`SudoTransactionExtension`: keeps calls of Sudo by other signers than the key out of the pool."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import sudo
from local_node.runtime.extensions.extension import Extension, Transaction
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.validity import NO_TAGS, ValidTransaction, invalid


def validate(ctx: Context, transaction: Transaction, extra: Any) -> ValidTransaction:
    if transaction.call[0] == "Sudo" and ctx.get(sudo.storage.Key) != transaction.signer:
        raise invalid("BadSigner")
    return NO_TAGS


SUDO = Extension(validate=validate)
