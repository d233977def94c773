from __future__ import annotations

from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.calling import refused
from tests.unit.local_node.runtime.pallets.crowdloan.crowdloan_calls import (
    CREATOR,
    FRIEND,
    create,
    errors,
    give,
    loan,
    loans,
)
from tests.unit.local_node.runtime.support import TAO


def test_updates(ctx: Context) -> None:
    create(ctx)
    give(ctx, FRIEND, 100)
    with refused(ctx, errors.MinimumContributionTooLow):
        loans(ctx, CREATOR, "update_min_contribution", crowdloan_id=0, new_min_contribution=1)
    with refused(ctx, errors.BlockDurationTooShort):
        loans(ctx, CREATOR, "update_end", crowdloan_id=0, new_end=59)
    with refused(ctx, errors.CapTooLow):
        loans(ctx, CREATOR, "update_cap", crowdloan_id=0, new_cap=150 * TAO - 1)
    loans(ctx, CREATOR, "update_end", crowdloan_id=0, new_end=60)
    loans(ctx, CREATOR, "update_cap", crowdloan_id=0, new_cap=150 * TAO)
    assert (loan(ctx)["end"], loan(ctx)["cap"]) == (60, 150 * TAO)
    updates = {
        "update_min_contribution": {"new_min_contribution": TAO},
        "update_end": {"new_end": 100},
        "update_cap": {"new_cap": 500 * TAO},
        "set_max_contribution": {"new_max_contribution": None},
    }
    for name, args in updates.items():
        with refused(ctx, errors.InvalidOrigin):
            loans(ctx, FRIEND, name, crowdloan_id=0, **args)
        with refused(ctx, errors.InvalidCrowdloanId):
            loans(ctx, CREATOR, name, crowdloan_id=7, **args)
