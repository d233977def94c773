"""`CheckShieldedTxValidity`: an encrypted extrinsic must at least look like one.

Its bytes are: hash of the key (16) ‖ length of the encapsulated key (2, little-endian) ‖ that many
bytes ‖ nonce (24) ‖ sealed extrinsic (the rest).
"""

from __future__ import annotations

from typing import Any

from chain_spec.transaction_errors import CustomTransactionError
from local_node.runtime.extensions.extension import Extension, Transaction
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.validity import NO_TAGS, ValidTransaction, custom

_KEY_HASH = 16
_LENGTH = 2
_NONCE = 24


def is_well_formed(ciphertext: bytes) -> bool:
    """Whether the parts are all there."""
    head = _KEY_HASH + _LENGTH
    if len(ciphertext) < head:
        return False
    encapsulated = int.from_bytes(ciphertext[_KEY_HASH:head], "little")
    return len(ciphertext) >= head + encapsulated + _NONCE


def validate(ctx: Context, transaction: Transaction, extra: Any) -> ValidTransaction:
    pallet, call = transaction.call
    is_shielded = pallet == "MevShield" and call[0] == "submit_encrypted"
    if is_shielded and not is_well_formed(call[1]["ciphertext"]):
        raise custom(CustomTransactionError.FailedShieldedTxParsing)
    return NO_TAGS


CHECK_SHIELDED_TX_VALIDITY = Extension(validate=validate)
