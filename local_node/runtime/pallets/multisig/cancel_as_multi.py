"""`Multisig.cancel_as_multi`: the opener of an operation cancels it."""

from __future__ import annotations

from chain_spec.pallets import multisig as declared
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed, fail
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.multisig.signatories import account_of


def cancel_as_multi(
    ctx: Context,
    origin: Origin,
    threshold: int,
    other_signatories: list[bytes],
    timepoint: dict[str, int],
    call_hash: bytes,
) -> None:
    """Cancel the operation and return the deposit."""
    who = ensure_signed(origin)
    account = account_of(ctx, who, other_signatories, threshold)
    operation = ctx.get(declared.storage.Multisigs, (account, call_hash))
    if operation is None:
        raise fail(declared.errors.NotFound)
    ensure(operation["when"] == timepoint, declared.errors.WrongTimepoint)
    ensure(operation["depositor"] == who, declared.errors.NotOwner)
    currency.unreserve(ctx, who, operation["deposit"])
    ctx.remove(declared.storage.Multisigs, (account, call_hash))
    ctx.emit(
        declared.events.MultisigCancelled,
        cancelling=who,
        timepoint=timepoint,
        multisig=account,
        call_hash=call_hash,
    )
