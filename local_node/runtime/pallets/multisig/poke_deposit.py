"""`Multisig.poke_deposit`: adjust a deposit to the current rates."""

from __future__ import annotations

from chain_spec.pallets import multisig as declared
from local_node.runtime.frame import Context, Origin, PostDispatch, ensure, ensure_signed, fail
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.multisig.signatories import account_of, deposit


def poke_deposit(
    ctx: Context,
    origin: Origin,
    threshold: int,
    other_signatories: list[bytes],
    call_hash: bytes,
) -> PostDispatch:
    """Signed by the opener; free if the deposit changed."""
    who = ensure_signed(origin)
    key = (account_of(ctx, who, other_signatories, threshold), call_hash)
    operation = ctx.get(declared.storage.Multisigs, key)
    if operation is None:
        raise fail(declared.errors.NotFound)
    ensure(operation["depositor"] == who, declared.errors.NotOwner)
    old, new = operation["deposit"], deposit(ctx, threshold)
    if new == old:
        return PostDispatch(pays=True)
    if new > old:
        currency.reserve(ctx, who, new - old)
    else:
        currency.unreserve(ctx, who, old - new)
    operation["deposit"] = new
    ctx.put(declared.storage.Multisigs, key, operation)
    ctx.emit(
        declared.events.DepositPoked, who=who, call_hash=call_hash, old_deposit=old, new_deposit=new
    )
    return PostDispatch(pays=False)
