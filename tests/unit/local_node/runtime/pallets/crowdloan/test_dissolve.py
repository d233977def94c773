from __future__ import annotations

from chain_spec.pallets import balances, preimage, system
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from tests.unit.local_node.runtime.pallets.calling import refused
from tests.unit.local_node.runtime.pallets.crowdloan.crowdloan_calls import (
    CREATOR,
    FRIEND,
    FUNDS,
    create,
    errors,
    give,
    loan,
    loans,
    remark,
    storage,
)
from tests.unit.local_node.runtime.support import TAO


def test_dissolution_leaves_nothing(ctx: Context) -> None:
    before = ctx.get(balances.storage.TotalIssuance)
    create(ctx, call=remark(500), target_address=None)
    digest = loan(ctx)["call"][1]["hash"]
    loans(ctx, CREATOR, "set_max_contribution", crowdloan_id=0, new_max_contribution=90 * TAO)
    give(ctx, FRIEND, 90)
    loans(ctx, CREATOR, "refund", crowdloan_id=0)
    with refused(ctx, errors.InvalidOrigin):
        loans(ctx, FRIEND, "dissolve", crowdloan_id=0)
    loans(ctx, CREATOR, "dissolve", crowdloan_id=0)
    assert currency.free(ctx, CREATOR) == 1_000 * TAO
    assert not ctx.contains(system.storage.Account, FUNDS)
    assert not ctx.contains(storage.Crowdloans, 0)
    assert not ctx.contains(storage.MaxContributions, 0)
    assert list(ctx.keys(storage.Contributions)) == []
    assert not ctx.contains(preimage.storage.RequestStatusFor, digest)
    assert list(ctx.keys(preimage.storage.PreimageFor)) == []
    assert ctx.get(balances.storage.TotalIssuance) == before
    with refused(ctx, errors.InvalidCrowdloanId):
        loans(ctx, CREATOR, "dissolve", crowdloan_id=0)
