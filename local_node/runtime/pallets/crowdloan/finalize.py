"""`Crowdloan.finalize`: transfer the raised TAO to its target, and dispatch the stored call."""

from __future__ import annotations

from chain_spec.pallets import crowdloan
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed, fail
from local_node.runtime.frame.errors import DispatchFailure
from local_node.runtime.frame.origin import signed
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.crowdloan.loan import Loan, find
from local_node.runtime.pallets.preimage import bounded


def finalize(ctx: Context, origin: Origin, crowdloan_id: int) -> None:
    """Signed by the creator once the cap is reached; the stored call has the creator's origin."""
    who = ensure_signed(origin)
    loan = find(ctx, crowdloan_id)
    ensure(who == loan["creator"], crowdloan.errors.InvalidOrigin)
    ensure(loan["raised"] == loan["cap"], crowdloan.errors.CapNotRaised)
    ensure(not loan["finalized"], crowdloan.errors.AlreadyFinalized)
    call, target = loan["call"], loan["target_address"]
    ensure((call is None) != (target is None), crowdloan.errors.InvalidFinalizationConfig)
    if target is None:
        _dispatch(ctx, crowdloan_id, loan)
    else:
        currency.transfer(ctx, loan["funds_account"], target, loan["raised"], keep_alive=False)
    loan["finalized"] = True
    ctx.put(crowdloan.storage.Crowdloans, crowdloan_id, loan)
    ctx.emit(crowdloan.events.Finalized, crowdloan_id)


def _dispatch(ctx: Context, crowdloan_id: int, loan: Loan) -> None:
    """Dispatch the call, with the crowdloan in `CurrentCrowdloanId`."""
    ctx.set(crowdloan.storage.CurrentCrowdloanId, crowdloan_id)
    try:
        call, _ = bounded.peek(ctx, loan["call"])
    except DispatchFailure as lost:
        raise fail(crowdloan.errors.CallUnavailable) from lost
    try:
        ctx.dispatch(call, signed(loan["creator"]))
    except DispatchFailure as failure:
        # the error alone is reported, so the weight charged is that of finalize, not of the call
        raise fail(failure.error) from failure
    ctx.remove(crowdloan.storage.CurrentCrowdloanId)
