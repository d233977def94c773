"""The creator's changes to a crowdloan that is not finalized, one value per call."""

from __future__ import annotations

from chain_spec.pallets import crowdloan
from local_node.runtime.frame import Context, Origin, ensure
from local_node.runtime.pallets.crowdloan.loan import (
    contribution,
    ensure_valid_end,
    open_for_creator,
)


def update_min_contribution(
    ctx: Context, origin: Origin, crowdloan_id: int, new_min_contribution: int
) -> None:
    """Set the minimum contribution, between the chain's minimum and this crowdloan's maximum."""
    loan = open_for_creator(ctx, origin, crowdloan_id)
    least = ctx.constant(crowdloan.constants.AbsoluteMinimumContribution)
    ensure(new_min_contribution >= least, crowdloan.errors.MinimumContributionTooLow)
    most = ctx.get(crowdloan.storage.MaxContributions, crowdloan_id)
    within = most is None or new_min_contribution <= most
    ensure(within, crowdloan.errors.MinimumContributionTooHigh)
    loan["min_contribution"] = new_min_contribution
    ctx.put(crowdloan.storage.Crowdloans, crowdloan_id, loan)
    ctx.emit(crowdloan.events.MinContributionUpdated, crowdloan_id, new_min_contribution)


def update_end(ctx: Context, origin: Origin, crowdloan_id: int, new_end: int) -> None:
    """Set the end, under the rules of a new crowdloan, from the current block."""
    loan = open_for_creator(ctx, origin, crowdloan_id)
    ensure_valid_end(ctx, new_end)
    loan["end"] = new_end
    ctx.put(crowdloan.storage.Crowdloans, crowdloan_id, loan)
    ctx.emit(crowdloan.events.EndUpdated, crowdloan_id, new_end)


def update_cap(ctx: Context, origin: Origin, crowdloan_id: int, new_cap: int) -> None:
    """Set the cap, at least what was raised already."""
    loan = open_for_creator(ctx, origin, crowdloan_id)
    ensure(new_cap >= loan["raised"], crowdloan.errors.CapTooLow)
    loan["cap"] = new_cap
    ctx.put(crowdloan.storage.Crowdloans, crowdloan_id, loan)
    ctx.emit(crowdloan.events.CapUpdated, crowdloan_id, new_cap)


def set_max_contribution(
    ctx: Context, origin: Origin, crowdloan_id: int, new_max_contribution: int | None
) -> None:
    """Set the maximum per contributor; None removes it."""
    loan = open_for_creator(ctx, origin, crowdloan_id)
    if new_max_contribution is None:
        ctx.remove(crowdloan.storage.MaxContributions, crowdloan_id)
    else:
        least = max(loan["min_contribution"], contribution(ctx, crowdloan_id, loan["creator"]))
        ensure(new_max_contribution >= least, crowdloan.errors.MaximumContributionTooLow)
        ctx.put(crowdloan.storage.MaxContributions, crowdloan_id, new_max_contribution)
    ctx.emit(crowdloan.events.MaxContributionUpdated, crowdloan_id, new_max_contribution)
