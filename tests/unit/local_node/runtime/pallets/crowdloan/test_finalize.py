from __future__ import annotations

import pytest

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import preimage, sudo
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import signed
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.crowdloan.loan import funds_account
from tests.unit.local_node.runtime.pallets.calling import events_of, refused, rich
from tests.unit.local_node.runtime.pallets.crowdloan.crowdloan_calls import (
    CREATOR,
    FRIEND,
    FUNDS,
    TARGET,
    create,
    errors,
    give,
    loan,
    loans,
    remark,
    storage,
)
from tests.unit.local_node.runtime.support import TAO


def test_finalization_to_an_account(ctx: Context) -> None:
    create(ctx)
    give(ctx, FRIEND, 249)
    with refused(ctx, errors.CapNotRaised):
        loans(ctx, CREATOR, "finalize", crowdloan_id=0)
    loans(ctx, CREATOR, "update_min_contribution", crowdloan_id=0, new_min_contribution=TAO)
    give(ctx, FRIEND, 1)
    with refused(ctx, errors.InvalidOrigin):
        loans(ctx, FRIEND, "finalize", crowdloan_id=0)
    loans(ctx, CREATOR, "finalize", crowdloan_id=0)
    assert currency.free(ctx, TARGET) == 300 * TAO
    assert loan(ctx)["finalized"]
    for name, who in (("finalize", CREATOR), ("withdraw", FRIEND), ("refund", CREATOR)):
        with refused(ctx, errors.AlreadyFinalized):
            loans(ctx, who, name, crowdloan_id=0)


@pytest.mark.parametrize("size", [10, 500])
def test_finalization_by_a_call(ctx: Context, size: int) -> None:
    create(ctx, call=remark(size), target_address=None)
    kind = loan(ctx)["call"][0]
    assert kind == ("Inline" if size == 10 else "Lookup")
    give(ctx, FRIEND, 250)
    loans(ctx, CREATOR, "finalize", crowdloan_id=0)
    remarked = {"sender": CREATOR, "hash": blake2_256(b"x" * size)}
    assert ("Remarked", remarked) in events_of(ctx, "System")
    assert ctx.get(storage.CurrentCrowdloanId) is None
    assert currency.free(ctx, FUNDS) == 300 * TAO


def test_the_call_knows_its_crowdloan_and_its_failure_undoes_all(ctx: Context) -> None:
    # outside of a finalization there is no crowdloan that a lease could stand on
    lease = (
        "SubtensorModule",
        ("register_leased_network", {"emissions_share": 30, "end_block": None}),
    )
    with refused(ctx, errors.InvalidCrowdloanId):
        ctx.dispatch(lease, signed(CREATOR))
    create(ctx, call=("Sudo", ("sudo", {"call": remark(1)})), target_address=None)
    give(ctx, FRIEND, 250)
    with refused(ctx, sudo.errors.RequireSudo):
        loans(ctx, CREATOR, "finalize", crowdloan_id=0)
    rich(ctx, FRIEND, 2_000)
    create(ctx, call=lease, target_address=None, cap=2_050 * TAO)
    give(ctx, FRIEND, 2_000, loan_id=1)
    loans(ctx, CREATOR, "finalize", crowdloan_id=1)
    names = [name for name, _ in events_of(ctx, "SubtensorModule")]
    assert "SubnetLeaseCreated" in names
    assert currency.free(ctx, funds_account(ctx, 1)) == 0


def test_a_call_that_was_lost(ctx: Context) -> None:
    create(ctx, call=remark(500), target_address=None)
    give(ctx, FRIEND, 250)
    stored = loan(ctx)["call"][1]
    ctx.remove(preimage.storage.PreimageFor, (stored["hash"], stored["len"]))
    with refused(ctx, errors.CallUnavailable):
        loans(ctx, CREATOR, "finalize", crowdloan_id=0)
