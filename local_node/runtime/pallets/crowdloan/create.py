"""`Crowdloan.create`: start raising TAO for a call or an account."""

from __future__ import annotations

from chain_spec.pallets import crowdloan
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed
from local_node.runtime.frame.origin import CallValue
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.crowdloan.loan import ensure_valid_end, funds_account
from local_node.runtime.pallets.preimage import bounded
from local_node.runtime.pallets.system.accounts import inc_providers

U32_MAX = (1 << 32) - 1


def create(
    ctx: Context,
    origin: Origin,
    deposit: int,
    min_contribution: int,
    cap: int,
    end: int,
    call: CallValue | None,
    target_address: bytes | None,
) -> None:
    """The deposit is the creator's first contribution; amounts are rao, `end` is a block."""
    creator = ensure_signed(origin)
    minimum = ctx.constant(crowdloan.constants.MinimumDeposit)
    ensure(deposit >= minimum, crowdloan.errors.DepositTooLow)
    ensure(cap > deposit, crowdloan.errors.CapTooLow)
    least = ctx.constant(crowdloan.constants.AbsoluteMinimumContribution)
    ensure(min_contribution >= least, crowdloan.errors.MinimumContributionTooLow)
    one_of_both = (call is None) != (target_address is None)
    ensure(one_of_both, crowdloan.errors.InvalidFinalizationConfig)
    ensure_valid_end(ctx, end)
    ensure(currency.free(ctx, creator) >= deposit, crowdloan.errors.InsufficientBalance)

    loan_id = _next_id(ctx)
    account = funds_account(ctx, loan_id)
    inc_providers(ctx, account)
    loan = {
        "creator": creator,
        "deposit": deposit,
        "min_contribution": min_contribution,
        "end": end,
        "cap": cap,
        "funds_account": account,
        "raised": deposit,
        "target_address": target_address,
        "call": None if call is None else bounded.bound(ctx, call),
        "finalized": False,
        "contributors_count": 1,
    }
    ctx.put(crowdloan.storage.Crowdloans, loan_id, loan)
    currency.transfer(ctx, creator, account, deposit, keep_alive=False)
    ctx.put(crowdloan.storage.Contributions, (loan_id, creator), deposit)
    ctx.emit(crowdloan.events.Created, loan_id, creator, end, cap)


def _next_id(ctx: Context) -> int:
    loan_id = ctx.get(crowdloan.storage.NextCrowdloanId)
    ensure(loan_id < U32_MAX, crowdloan.errors.Overflow)
    ctx.set(crowdloan.storage.NextCrowdloanId, loan_id + 1)
    return loan_id
