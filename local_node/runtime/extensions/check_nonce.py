"""`CheckNonce`: the order of an account's extrinsics, each once (Subtensor's own version).

An account that does not exist may still send calls that pay no fee.
"""

from __future__ import annotations

from chain_spec.pallets import system
from local_node.runtime.extensions.extension import Extension, Transaction
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.validity import ValidTransaction, invalid


def validate(ctx: Context, transaction: Transaction, extra: int) -> ValidTransaction:
    who = transaction.signer
    account = ctx.get(system.storage.Account, who)
    if transaction.pays and not account["providers"] and not account["sufficients"]:
        raise invalid("Payment")
    if extra < account["nonce"]:
        raise invalid("Stale")
    requires = (_tag(who, extra - 1),) if extra > account["nonce"] else ()
    return ValidTransaction(requires=requires, provides=(_tag(who, extra),))


def prepare(ctx: Context, transaction: Transaction, extra: int) -> None:
    account = ctx.get(system.storage.Account, transaction.signer)
    if extra > account["nonce"]:
        raise invalid("Future")
    account["nonce"] += 1
    ctx.put(system.storage.Account, transaction.signer, account)


def _tag(who: bytes, nonce: int) -> bytes:
    return who + nonce.to_bytes(4, "little")


CHECK_NONCE = Extension(validate=validate, prepare=prepare)
