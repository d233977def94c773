from __future__ import annotations

from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from tests.unit.local_node.runtime.pallets.calling import events_of, key, refused, rich
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


def test_refund_goes_fifty_at_a_time(ctx: Context) -> None:
    create(ctx, cap=900 * TAO)
    friends = [rich(ctx, key(100 + n), 20) for n in range(60)]
    for friend in friends:
        give(ctx, friend, 10)
    with refused(ctx, errors.InvalidOrigin):
        loans(ctx, FRIEND, "refund", crowdloan_id=0)
    with refused(ctx, errors.NotReadyToDissolve):
        loans(ctx, CREATOR, "dissolve", crowdloan_id=0)
    assert loans(ctx, CREATOR, "refund", crowdloan_id=0).weight is None
    assert (loan(ctx)["raised"], loan(ctx)["contributors_count"]) == (150 * TAO, 11)
    assert sum(currency.free(ctx, friend) == 20 * TAO for friend in friends) == 50
    post = loans(ctx, CREATOR, "refund", crowdloan_id=0)
    # the weight of ten refunds: 110,703,000 + 10 x 39,503,253, and 22 reads and 20 writes
    assert post.weight.ref_time == 505_735_530 + 22 * 25_000_000 + 20 * 100_000_000
    assert (loan(ctx)["raised"], loan(ctx)["contributors_count"]) == (50 * TAO, 1)
    assert all(currency.free(ctx, friend) == 20 * TAO for friend in friends)
    assert [name for name, _ in events_of(ctx, "Crowdloan")][-2:] == [
        "PartiallyRefunded",
        "AllRefunded",
    ]


def test_exactly_fifty_are_all(ctx: Context) -> None:
    create(ctx, cap=900 * TAO)
    for n in range(50):
        give(ctx, rich(ctx, key(100 + n), 20), 10)
    loans(ctx, CREATOR, "refund", crowdloan_id=0)
    assert events_of(ctx, "Crowdloan")[-1] == ("AllRefunded", {"crowdloan_id": 0})
