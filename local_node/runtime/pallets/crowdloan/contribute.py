"""`Crowdloan.contribute`: give TAO to a crowdloan that is still open."""

from __future__ import annotations

from chain_spec.pallets import crowdloan
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.crowdloan.loan import Loan, find


def contribute(ctx: Context, origin: Origin, crowdloan_id: int, amount: int) -> None:
    """Of `amount` no more is taken than the cap and the contributor's maximum leave room for."""
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
    # a known contributor is turned away too: the chain counts before it looks who comes
    most = ctx.constant(crowdloan.constants.MaxContributors)
    ensure(loan["contributors_count"] < most, crowdloan.errors.MaxContributorsReached)


def _own_room(ctx: Context, loan_id: int, given: int | None) -> int:
    """What the maximum of each contributor leaves; without one, as much as there is."""
    most: int | None = ctx.get(crowdloan.storage.MaxContributions, loan_id)
    if most is None:
        return 2**64 - 1
    ensure((given or 0) < most, crowdloan.errors.MaxContributionReached)
    return most - (given or 0)
