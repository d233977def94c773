"""The children of a hotkey in a table and in JSON."""

from __future__ import annotations

from fractions import Fraction

from btcli.commands.stake.child.kin import Family, decimal_share, family_document, family_table
from btsdk.reads.children import ALL, Kin, PendingChildren
from tests.unit.btcli.samples import ALICE, BOB


def test_pending_children_are_below_those_that_count() -> None:
    takes = {BOB: Fraction(1, 10)}
    family = Family(
        3,
        [Kin(BOB, Fraction(1, 3))],
        PendingChildren((Kin(BOB, Fraction(1, 2)),), 40),
        takes,
    )
    now, later = family_table(ALICE, [family]).rows
    assert now == ("3", BOB, "33.3333 %", "10 %", "")
    assert later == ("3", BOB, "50 %", "10 %", "block 40")


def test_a_pending_revocation_is_a_row_and_an_empty_list() -> None:
    family = Family(3, [], PendingChildren((), 40))
    assert family_table(ALICE, [family]).rows == [("3", "none", "", "", "block 40")]
    assert family_document(family)["pending"] == {"block": 40, "children": []}
    assert not family.is_empty
    assert Family(3).is_empty


def test_a_share_of_the_chain_is_rounded() -> None:
    assert decimal_share(Fraction(ALL // 4, ALL)) == "0.250000000"
    assert decimal_share(Fraction(1)) == "1.000000000"
