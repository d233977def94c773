"""`Crowdloan.refund`: the creator refunds the contributors, a limited number per call."""

from __future__ import annotations

from itertools import islice

from chain_spec.pallets import crowdloan
from local_node.runtime.frame import Context, Origin, PostDispatch
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.crowdloan.loan import open_for_creator
from local_node.runtime.weights.reported import crowdloan_refund


def refund(ctx: Context, origin: Origin, crowdloan_id: int) -> PostDispatch | None:
    """Refund at most `RefundContributorsLimit` contributors; the creator's contribution stays."""
    loan = open_for_creator(ctx, origin, crowdloan_id)
    limit = ctx.constant(crowdloan.constants.RefundContributorsLimit)
    contributions = ctx.iter(crowdloan.storage.Contributions, crowdloan_id)
    others = (entry for entry in contributions if entry[0] != loan["creator"])
    # one more than the limit shows whether any are left
    due = list(islice(others, limit + 1))
    for contributor, amount in due[:limit]:
        currency.transfer(ctx, loan["funds_account"], contributor, amount or 0, keep_alive=False)
        loan["raised"] -= amount or 0
        ctx.remove(crowdloan.storage.Contributions, (crowdloan_id, contributor))
    loan["contributors_count"] -= len(due[:limit])
    ctx.put(crowdloan.storage.Crowdloans, crowdloan_id, loan)
    if len(due) > limit:
        ctx.emit(crowdloan.events.PartiallyRefunded, crowdloan_id)
        return None
    ctx.emit(crowdloan.events.AllRefunded, crowdloan_id)
    return PostDispatch(crowdloan_refund(len(due)))
