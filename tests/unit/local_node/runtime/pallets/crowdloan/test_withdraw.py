from __future__ import annotations

from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from tests.unit.local_node.runtime.pallets.calling import refused
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


def test_withdrawing(ctx: Context) -> None:
    create(ctx)
    with refused(ctx, errors.DepositCannotBeWithdrawn):
        loans(ctx, CREATOR, "withdraw", crowdloan_id=0)
    give(ctx, CREATOR, 25)
    give(ctx, FRIEND, 100)
    with refused(ctx, errors.NoContribution):
        loans(ctx, OTHER, "withdraw", crowdloan_id=0)
    loans(ctx, CREATOR, "withdraw", crowdloan_id=0)
    assert ctx.get(storage.Contributions, (0, CREATOR)) == 50 * TAO
    loans(ctx, FRIEND, "withdraw", crowdloan_id=0)
    assert not ctx.contains(storage.Contributions, (0, FRIEND))
    assert (loan(ctx)["raised"], loan(ctx)["contributors_count"]) == (50 * TAO, 1)
    assert currency.free(ctx, FRIEND) == 1_000 * TAO
    assert currency.free(ctx, FUNDS) == 50 * TAO
