"""Crowdloans in facts and tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from btcli.commands.crowd import loans
from btcli.commands.crowd.loans import ShownLoan
from btsdk.reads.crowdloans import Crowdloan
from btsdk.units import Tao
from tests.unit.btcli.samples import ALICE, BOB

TEN, FIFTY = Tao.parse("10"), Tao.parse("50")
LOAN = Crowdloan(
    id=3,
    creator=ALICE,
    deposit=TEN,
    min_contribution=Tao.parse("1"),
    max_contribution=None,
    cap=FIFTY,
    raised=TEN,
    end=100,
    funds_account=BOB,
    target=BOB,
    call=None,
    call_hash=None,
    finalized=False,
    contributors=1,
)


@pytest.mark.parametrize(
    ("changes", "block", "status"),
    [
        ({}, 99, "active"),
        ({}, 100, "closed"),
        ({"raised": FIFTY}, 200, "funded"),
        ({"raised": FIFTY, "finalized": True}, 200, "finalized"),
    ],
)
def test_where_it_is(changes: dict[str, object], block: int, status: str) -> None:
    shown = ShownLoan(replace(LOAN, **changes), block, None)  # type: ignore[arg-type]
    assert shown.status == shown.document()["status"] == status


def test_what_happens_with_the_tao() -> None:
    lease = "SubtensorModule.register_leased_network(emissions_share=1)"
    without = replace(LOAN, target=None)
    kinds = [ShownLoan(LOAN, 1, None), *(ShownLoan(without, 1, call) for call in (lease, None))]
    assert [one.kind for one in kinds] == ["fundraising", "subnet", "call"]


def test_the_facts() -> None:
    shown = ShownLoan(replace(LOAN, max_contribution=TEN), 90, None)
    rows = dict(shown.facts({BOB: "bobby"}, TEN).rows)
    assert rows["ends"] == "at block 100, in 10 blocks"
    assert rows["target"] == f"{BOB} (bobby)"
    assert rows["maximum"] == "τ10.000000000 of one account"
    assert rows["yours"] == "τ10.000000000"
    past = ShownLoan(replace(LOAN, target=None), 105, None).facts({})
    assert dict(past.rows)["ends"] == "at block 100, 5 blocks ago"
    assert dict(past.rows)["call"] == "only its hash is known"


def test_the_largest_contribution_is_first() -> None:
    found = loans.contributor_table({ALICE: TEN, BOB: FIFTY}, {})
    assert [row[0] for row in found.rows] == [BOB, ALICE]
    assert loans.table([ShownLoan(LOAN, 1, None)], {}).rows[0][:3] == ("3", "active", "fundraising")
