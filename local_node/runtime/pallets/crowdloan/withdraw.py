"""`Crowdloan.withdraw`: withdraw a contribution before the crowdloan is finalized."""

from __future__ import annotations

from chain_spec.pallets import crowdloan
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.crowdloan.loan import contribution, find


def withdraw(ctx: Context, origin: Origin, crowdloan_id: int) -> None:
    """Withdraw the signer's whole contribution, except the creator's deposit."""
    who = ensure_signed(origin)
    loan = find(ctx, crowdloan_id)
    ensure(not loan["finalized"], crowdloan.errors.AlreadyFinalized)
    amount = contribution(ctx, crowdloan_id, who)
    ensure(amount > 0, crowdloan.errors.NoContribution)
    key = (crowdloan_id, who)
    if who == loan["creator"]:
        amount -= loan["deposit"]
        ensure(amount > 0, crowdloan.errors.DepositCannotBeWithdrawn)
        ctx.put(crowdloan.storage.Contributions, key, loan["deposit"])
    else:
        ctx.remove(crowdloan.storage.Contributions, key)
        loan["contributors_count"] -= 1
    currency.transfer(ctx, loan["funds_account"], who, amount, keep_alive=False)
    loan["raised"] -= amount
    ctx.put(crowdloan.storage.Crowdloans, crowdloan_id, loan)
    ctx.emit(crowdloan.events.Withdrew, crowdloan_id, who, amount)
