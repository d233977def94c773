"""`Proxy.set_real_pays_fee`: an account pays the fees of its proxy's calls."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import proxy as declared
from local_node.runtime.frame import (
    Context,
    DispatchFailure,
    Origin,
    ensure_signed,
    lookup,
)
from local_node.runtime.frame.origin import CallValue
from local_node.runtime.pallets.proxy import definitions

_BATCHES = ("batch", "batch_all", "force_batch")


def set_real_pays_fee(
    ctx: Context, origin: Origin, delegate: tuple[str, Any], pays_fee: bool
) -> None:
    """Signed by the account that starts or stops paying."""
    real = ensure_signed(origin)
    account = lookup(delegate)
    definitions.find(ctx, real, account, None)
    if pays_fee:
        ctx.put(declared.storage.RealPaysFee, (real, account), ())
    else:
        ctx.remove(declared.storage.RealPaysFee, (real, account))
    ctx.emit(declared.events.RealPaysFeeSet, real=real, delegate=account, pays_fee=pays_fee)


def fee_payer(ctx: Context, signer: bytes, call: CallValue) -> bytes | None:
    """The account that pays the fee of `Proxy.proxy` instead of its signer, or None.

    It is the real account, if it has chosen to pay. If the inner call is again `proxy`, or a batch
    of only `proxy` calls for one account, it is that inner account, if it has chosen to pay for the
    outer one.
    """
    outer = _acted_for(call)
    if outer is None or not _pays(ctx, outer, signer):
        return None
    inner = _inner_account(call[1][1]["call"])
    return inner if inner is not None and _pays(ctx, inner, outer) else outer


def _pays(ctx: Context, real: bytes, delegate: bytes) -> bool:
    return ctx.contains(declared.storage.RealPaysFee, (real, delegate))


def _acted_for(call: CallValue) -> bytes | None:
    """The real account of a `Proxy.proxy`, or None for any other call."""
    pallet, inner = call
    if pallet != "Proxy" or inner[0] != "proxy":
        return None
    try:
        return lookup(inner[1]["real"])
    except DispatchFailure:
        return None


def _inner_account(call: CallValue) -> bytes | None:
    """The real account of a `Proxy.proxy`, or the single one of a batch of them."""
    pallet, inner = call
    if pallet != "Utility" or inner[0] not in _BATCHES:
        return _acted_for(call)
    accounts = {_acted_for(item) for item in inner[1]["calls"]}
    return accounts.pop() if len(accounts) == 1 else None
