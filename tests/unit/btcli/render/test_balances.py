"""Balances: one to the last digit, several in a table."""

from __future__ import annotations

from btcli.render.balances import Row, balances
from btcli.render.blocks import Facts, Table
from btsdk.units import Tao
from tests.unit.btcli.samples import ALICE, BOB, balance, worth


def test_one_is_told_to_the_last_digit() -> None:
    row = Row("alice", ALICE, balance("1234.000000001", "2", "3"), worth("10", "9.5"))
    shown = balances([row], Tao.parse("0"))
    assert isinstance(shown, Facts)
    assert dict(shown.rows) == {
        "wallet": "alice",
        "address": ALICE,
        "free": "τ1,234.000000001",
        "of which frozen": "τ3.000000000",
        "reserved": "τ2.000000000",
        "staked": "τ10.000000000 at spot prices",
        "if sold": "τ9.500000000 for all stakes",
        "total": "τ1,246.000000001",
    }


def test_what_is_nothing_is_left_out() -> None:
    shown = balances([Row(None, ALICE, balance("1"), worth("0", "0"))], Tao.parse("0"))
    assert isinstance(shown, Facts)
    assert [label for label, _ in shown.rows] == ["address", "free", "staked", "total"]
    unknown = balances([Row(None, ALICE, balance("1"), worth("5", None))], Tao.parse("0"))
    assert "if sold" not in unknown.plain()


def test_several_have_their_total_below() -> None:
    rows = [
        Row("alice", ALICE, balance("1.23456"), worth("10", "9.5")),
        Row(None, BOB, balance("1", "2"), worth("0", None)),
    ]
    shown = balances(rows, Tao.parse("20"))
    assert isinstance(shown, Table)
    first, second, last = shown.rows
    assert first == ("alice", ALICE, "τ1.2345", "τ0.0000", "τ10.0000", "τ9.5000", "τ11.2345")
    assert second[5:] == ("?", "τ3.0000")
    assert last == ("all", "", "", "", "", "", "τ20.0000")


def test_no_wallet_says_how_to_make_one() -> None:
    assert "wallet create" in balances([], Tao.parse("0")).plain()
