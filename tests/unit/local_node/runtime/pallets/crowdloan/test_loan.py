"""Loans: their accounts, who may change them, and how long they may be open."""

from __future__ import annotations

import pytest

from chain_spec.pallets import crowdloan
from local_node.runtime.frame import DispatchFailure
from local_node.runtime.frame.origin import root, signed
from local_node.runtime.pallets.crowdloan.loan import (
    contribution,
    ensure_valid_end,
    find,
    funds_account,
    open_for_creator,
)
from tests.unit.local_node.runtime.pallets.calling import key
from tests.unit.local_node.runtime.support import fresh_context

CREATOR = key(1)
LOAN = {
    "creator": CREATOR,
    "deposit": 1,
    "min_contribution": 1,
    "end": 9,
    "cap": 9,
    "funds_account": bytes(32),
    "raised": 1,
    "target_address": None,
    "call": None,
    "finalized": False,
    "contributors_count": 1,
}


def test_the_account_names_the_loan() -> None:
    ctx = fresh_context()
    assert funds_account(ctx, 0x0102) == b"modlbt/cloan\x02\x01".ljust(32, b"\0")


def test_only_the_creator_of_an_open_loan() -> None:
    ctx = fresh_context()
    with pytest.raises(DispatchFailure, match="InvalidCrowdloanId"):
        find(ctx, 3)
    ctx.put(crowdloan.storage.Crowdloans, 3, LOAN)
    assert open_for_creator(ctx, signed(CREATOR), 3) == find(ctx, 3) == LOAN
    for origin, error in ((root, "BadOrigin"), (signed(key(2)), "InvalidOrigin")):
        with pytest.raises(DispatchFailure, match=error):
            open_for_creator(ctx, origin, 3)
    ctx.put(crowdloan.storage.Crowdloans, 3, {**LOAN, "finalized": True})
    with pytest.raises(DispatchFailure, match="AlreadyFinalized"):
        open_for_creator(ctx, signed(key(2)), 3)  # asked before who it is


def test_who_gave_nothing_gave_zero() -> None:
    ctx = fresh_context()
    assert contribution(ctx, 3, key(5)) == 0
    ctx.put(crowdloan.storage.Contributions, (3, key(5)), 7)
    assert contribution(ctx, 3, key(5)) == 7


@pytest.mark.parametrize(
    ("end", "error"),
    [
        (10, "CannotEndInPast"),
        (59, "BlockDurationTooShort"),
        (60, None),
        (20_010, None),
        (20_011, "BlockDurationTooLong"),
    ],
)
def test_the_ends(end: int, error: str | None) -> None:
    ctx = fresh_context(block=10)
    if error is None:
        ensure_valid_end(ctx, end)
    else:
        with pytest.raises(DispatchFailure, match=error):
            ensure_valid_end(ctx, end)
