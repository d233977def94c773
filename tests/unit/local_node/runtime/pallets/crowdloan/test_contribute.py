from __future__ import annotations

from chain_spec.pallets import system
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from tests.unit.local_node.runtime.pallets.calling import events_of, refused
from tests.unit.local_node.runtime.pallets.crowdloan.crowdloan_calls import (
    CREATOR,
    FRIEND,
    FUNDS,
    OTHER,
    create,
    errors,
    give,
    loan,
    loans,
    storage,
)
from tests.unit.local_node.runtime.support import TAO


def test_contributions_add_up_and_stop_at_the_cap(ctx: Context) -> None:
    create(ctx)
    give(ctx, FRIEND, 100)
    give(ctx, FRIEND, 50)
    assert ctx.get(storage.Contributions, (0, FRIEND)) == 150 * TAO
    assert loan(ctx)["contributors_count"] == 2
    give(ctx, OTHER, 500)
    assert ctx.get(storage.Contributions, (0, OTHER)) == 100 * TAO
    assert loan(ctx)["raised"] == 300 * TAO == currency.free(ctx, FUNDS)
    assert currency.free(ctx, OTHER) == 900 * TAO
    assert events_of(ctx, "Crowdloan")[-1] == (
        "Contributed",
        {"crowdloan_id": 0, "contributor": OTHER, "amount": 100 * TAO},
    )
    with refused(ctx, errors.CapRaised):
        give(ctx, OTHER, 10)


def test_contributions_are_refused(ctx: Context) -> None:
    with refused(ctx, errors.InvalidCrowdloanId):
        give(ctx, FRIEND, 10)
    create(ctx, cap=5_000 * TAO)
    with refused(ctx, errors.ContributionTooLow):
        give(ctx, FRIEND, 9)
    with refused(ctx, errors.InsufficientBalance):
        give(ctx, FRIEND, 1_001)
    ctx.set(system.storage.Number, 110)
    with refused(ctx, errors.ContributionPeriodEnded):
        give(ctx, FRIEND, 10)


def test_not_more_contributors_than_there_may_be(ctx: Context) -> None:
    create(ctx)
    ctx.put(storage.Crowdloans, 0, {**loan(ctx), "contributors_count": 500})
    with refused(ctx, errors.MaxContributorsReached):
        give(ctx, CREATOR, 10)


def test_a_maximum_for_each_contributor(ctx: Context) -> None:
    create(ctx)
    most = {"crowdloan_id": 0, "new_max_contribution": 49 * TAO}
    with refused(ctx, errors.MaximumContributionTooLow):
        loans(ctx, CREATOR, "set_max_contribution", **most)
    loans(ctx, CREATOR, "set_max_contribution", **{**most, "new_max_contribution": 60 * TAO})
    give(ctx, FRIEND, 40)
    give(ctx, FRIEND, 40)
    assert ctx.get(storage.Contributions, (0, FRIEND)) == 60 * TAO
    with refused(ctx, errors.MaxContributionReached):
        give(ctx, FRIEND, 10)
    with refused(ctx, errors.MinimumContributionTooHigh):
        loans(
            ctx, CREATOR, "update_min_contribution", crowdloan_id=0, new_min_contribution=61 * TAO
        )
    loans(ctx, CREATOR, "set_max_contribution", crowdloan_id=0, new_max_contribution=None)
    assert not ctx.contains(storage.MaxContributions, 0)
    give(ctx, FRIEND, 10)
