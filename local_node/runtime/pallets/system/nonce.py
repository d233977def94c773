"""`AccountNonceApi`: the nonce that an account's next extrinsic must carry."""

from __future__ import annotations

from chain_spec.pallets import system
from local_node.runtime.frame import Context


def account_nonce(ctx: Context, account: bytes) -> int:
    """The nonce in the given state; extrinsics in a pool are not counted."""
    nonce: int = ctx.get(system.storage.Account, account)["nonce"]
    return nonce
