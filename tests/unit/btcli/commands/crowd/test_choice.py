"""Which crowdloans are shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from btcli.commands.crowd.choice import ORDERS, Choice
from btcli.commands.crowd.loans import ShownLoan
from btsdk.errors import UsageError
from btsdk.units import Tao
from tests.unit.btcli.commands.crowd.test_loans import LOAN
from tests.unit.btcli.samples import ALICE, BOB

FOUND = [
    ShownLoan(LOAN, 1, None),
    ShownLoan(replace(LOAN, id=4, creator=BOB, raised=Tao.parse("20"), end=50), 1, None),
]


def numbers(choice: Choice, *named: dict[str, str]) -> list[int]:
    return [one.loan.id for one in choice.of(FOUND, *named)]


def test_the_order() -> None:
    every = Choice(None, None, "id", None, None)
    assert numbers(every) == [3, 4]
    assert numbers(replace(every, sort_order="desc")) == [4, 3]
    assert numbers(replace(every, sort_by="raised")) == [4, 3]
    assert numbers(replace(every, sort_by="raised", sort_order="asc")) == [3, 4]
    assert numbers(replace(every, sort_by="end")) == [4, 3]
    assert "contributors" in ORDERS


def test_the_creator_by_any_name() -> None:
    for text in (BOB[5:15], "bobby", "ROBERT"):
        choice = Choice("active", "fundraising", "id", None, text)
        assert numbers(choice, {BOB: "Bobby", ALICE: "me"}, {BOB: "robert"}) == [4]


def test_what_is_unknown() -> None:
    with pytest.raises(UsageError, match="unknown order 'size'"):
        Choice(None, None, "size", None, None)
