"""`Crowdloan.contribute`: contribute TAO to an open crowdloan."""

from __future__ import annotations

from chain_spec.pallets import crowdloan
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.crowdloan.loan import Loan, find


def contribute(ctx: Context, origin: Origin, crowdloan_id: int, amount: int) -> None:
    """Contribute `amount`, reduced to what the cap and the contributor's maximum allow."""
    who = ensure_signed(origin)
    loan = find(ctx, crowdloan_id)
    _ensure_open(ctx, loan, amount)
    key = (crowdloan_id, who)
    given: int | None = ctx.get(crowdloan.storage.Contributions, key)
    amount = min(amount, loan["cap"] - loan["raised"], _own_room(ctx, crowdloan_id, given))
    loan["raised"] += amount
    loan["contributors_count"] += given is None
    ensure(currency.free(ctx, who) >= amount, crowdloan.errors.InsufficientBalance)
    currency.transfer(ctx, who, loan["funds_account"], amount, keep_alive=False)
    ctx.put(crowdloan.storage.Contributions, key, (given or 0) + amount)
    ctx.put(crowdloan.storage.Crowdloans, crowdloan_id, loan)
    ctx.emit(crowdloan.events.Contributed, crowdloan_id, who, amount)


def _ensure_open(ctx: Context, loan: Loan, amount: int) -> None:
    ensure(ctx.block_number < loan["end"], crowdloan.errors.ContributionPeriodEnded)
    ensure(loan["raised"] < loan["cap"], crowdloan.errors.CapRaised)
    ensure(amount >= loan["min_contribution"], crowdloan.errors.ContributionTooLow)
    # as on the chain, the limit of contributors also refuses a contributor who is already counted
    most = ctx.constant(crowdloan.constants.MaxContributors)
    ensure(loan["contributors_count"] < most, crowdloan.errors.MaxContributorsReached)


def _own_room(ctx: Context, loan_id: int, given: int | None) -> int:
    """The rest of the contributor's maximum; unlimited without one."""
    most: int | None = ctx.get(crowdloan.storage.MaxContributions, loan_id)
    if most is None:
        return 2**64 - 1
    ensure((given or 0) < most, crowdloan.errors.MaxContributionReached)
    return most - (given or 0)
