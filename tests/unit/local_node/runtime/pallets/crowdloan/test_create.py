from __future__ import annotations

from typing import Any

import pytest

from local_node.runtime.frame import BAD_ORIGIN, Context
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.balances import currency
from tests.unit.local_node.runtime.pallets.calling import events_of, refused
from tests.unit.local_node.runtime.pallets.crowdloan.crowdloan_calls import (
    CREATOR,
    FUNDS,
    TARGET,
    create,
    errors,
    loan,
    remark,
    storage,
)
from tests.unit.local_node.runtime.support import TAO


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
