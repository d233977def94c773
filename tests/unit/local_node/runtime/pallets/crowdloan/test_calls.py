"""Crowdloans from creation to finalization, refund and dissolution, by real dispatch."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import balances, crowdloan, preimage, sudo, system
from local_node.runtime.frame import BAD_ORIGIN, Context
from local_node.runtime.frame.origin import root, signed
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.crowdloan.loan import funds_account
from tests.unit.local_node.runtime.pallets.calling import (
    dispatch,
    events_of,
    key,
    refused,
    rich,
)
from tests.unit.local_node.runtime.support import TAO, fresh_context

CREATOR, FRIEND, OTHER, TARGET = key(1), key(2), key(3), key(4)
FUNDS = b"modlbt/cloan" + bytes(20)
errors, storage = crowdloan.errors, crowdloan.storage


@pytest.fixture
def ctx() -> Context:
    ctx = fresh_context(block=10)
    for account in (CREATOR, FRIEND, OTHER):
        rich(ctx, account, 1_000)
    return ctx


def loans(ctx: Context, origin: Any, name: str, /, **args: Any) -> Any:
    return dispatch(ctx, origin, "Crowdloan", name, **args)


def create(ctx: Context, origin: Any = CREATOR, **changes: Any) -> int:
    args: dict[str, Any] = {
        "deposit": 50 * TAO,
        "min_contribution": 10 * TAO,
        "cap": 300 * TAO,
        "end": 110,
        "call": None,
        "target_address": TARGET,
        **changes,
    }
    loan_id = ctx.get(storage.NextCrowdloanId)
    loans(ctx, origin, "create", **args)
    return loan_id


def give(ctx: Context, who: bytes, tao: int, loan_id: int = 0) -> None:
    loans(ctx, who, "contribute", crowdloan_id=loan_id, amount=tao * TAO)


def loan(ctx: Context, loan_id: int = 0) -> dict[str, Any]:
    found = ctx.get(storage.Crowdloans, loan_id)
    assert found is not None
    return found


def remark(size: int) -> Any:
    return ("System", ("remark_with_event", {"remark": b"x" * size}))


def test_creation_moves_the_deposit(ctx: Context) -> None:
    assert create(ctx) == 0
    assert loan(ctx) == {
        "creator": CREATOR,
        "deposit": 50 * TAO,
        "min_contribution": 10 * TAO,
        "end": 110,
        "cap": 300 * TAO,
        "funds_account": FUNDS,
        "raised": 50 * TAO,
        "target_address": TARGET,
        "call": None,
        "finalized": False,
        "contributors_count": 1,
    }
    assert currency.free(ctx, FUNDS) == 50 * TAO
    assert currency.free(ctx, CREATOR) == 950 * TAO
    assert ctx.get(storage.Contributions, (0, CREATOR)) == 50 * TAO
    created = {"crowdloan_id": 0, "creator": CREATOR, "end": 110, "cap": 300 * TAO}
    assert events_of(ctx, "Crowdloan") == [("Created", created)]
    assert create(ctx) == 1
    assert loan(ctx, 1)["funds_account"] == b"modlbt/cloan\x01" + bytes(19)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"deposit": 10 * TAO - 1}, errors.DepositTooLow),
        ({"deposit": 300 * TAO}, errors.CapTooLow),
        ({"min_contribution": TAO // 10 - 1}, errors.MinimumContributionTooLow),
        ({"target_address": None}, errors.InvalidFinalizationConfig),
        ({"call": remark(1)}, errors.InvalidFinalizationConfig),
        ({"end": 10}, errors.CannotEndInPast),
        ({"end": 59}, errors.BlockDurationTooShort),
        ({"end": 20_011}, errors.BlockDurationTooLong),
        ({"deposit": 1_001 * TAO, "cap": 2_000 * TAO}, errors.InsufficientBalance),
        # the first check that fails speaks
        ({"deposit": 0, "cap": 0, "end": 1}, errors.DepositTooLow),
    ],
)
def test_creation_is_refused(ctx: Context, changes: dict[str, Any], error: object) -> None:
    with refused(ctx, error):
        create(ctx, **changes)


def test_the_ends_allowed(ctx: Context) -> None:
    create(ctx, end=60)
    create(ctx, end=20_010)


def test_root_cannot_create(ctx: Context) -> None:
    with refused(ctx, BAD_ORIGIN):
        create(ctx, root)


def test_ids_run_out(ctx: Context) -> None:
    ctx.set(storage.NextCrowdloanId, 2**32 - 1)
    with refused(ctx, errors.Overflow):
        create(ctx)


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
