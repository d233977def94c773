"""`Proxy.proxy` and `Proxy.proxy_announced`: a call for another account.

Both succeed even if the inner call fails; its outcome is in the event `ProxyExecuted`.
"""

from __future__ import annotations

from typing import Any

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import proxy as declared
from local_node.runtime.frame import Context, DispatchFailure, Origin, ensure, ensure_signed, lookup
from local_node.runtime.frame.origin import CallValue, signed
from local_node.runtime.frame.outcome import attempt
from local_node.runtime.pallets.proxy import announcements, definitions
from local_node.runtime.pallets.proxy.filters import may_call


def proxy(
    ctx: Context,
    origin: Origin,
    real: tuple[str, Any],
    force_proxy_type: str | None,
    call: CallValue,
) -> None:
    """Dispatch the call of a proxy without delay."""
    who = ensure_signed(origin)
    account = lookup(real)
    entry = definitions.find(ctx, account, who, force_proxy_type)
    ensure(entry["delay"] == 0, declared.errors.Unannounced)
    _act(ctx, entry, account, call)


def proxy_announced(
    ctx: Context,
    origin: Origin,
    delegate: tuple[str, Any],
    real: tuple[str, Any],
    force_proxy_type: str | None,
    call: CallValue,
) -> None:
    """Dispatch an announced call after its delay; any account may sign."""
    ensure_signed(origin)
    announcer = lookup(delegate)
    account = lookup(real)
    entry = definitions.find(ctx, account, announcer, force_proxy_type)
    call_hash = blake2_256(ctx.runtime.encode_call(call))
    latest = ctx.block_number - entry["delay"]
    try:
        announcements.retract(ctx, announcer, account, call_hash, latest=latest)
    except DispatchFailure:
        raise DispatchFailure(declared.errors.Unannounced) from None
    _act(ctx, entry, account, call)


def _act(ctx: Context, entry: definitions.Definition, account: bytes, call: CallValue) -> None:
    """Dispatch the call with the account's signed origin; the filters of the signer's do not
    apply."""
    origin = signed(account).with_filter(lambda inner: may_call(entry, inner))
    result = attempt(ctx, call, origin).result
    ctx.put(declared.storage.LastCallResult, account, result)
    ctx.emit(declared.events.ProxyExecuted, result)


def forget_results(ctx: Context) -> None:
    """Delete `LastCallResult`, which is valid only until the end of the block."""
    ctx.clear_prefix(declared.storage.LastCallResult)
