"""Stakes, the parts of several trades, and what to choose from."""

from __future__ import annotations

from btcli.commands.stake.targets import Target
from btcli.commands.stake.trade_report import TradeResult
from btcli.commands.stake.trades import TradePart
from btcli.failures import Failure
from btcli.render.stakes import choice_table, part_table, sale_cell, stake_table
from btsdk.units import Alpha, Tao
from tests.unit.btcli.samples import ALICE, BOB, holding, worth


def test_one_stake_needs_no_total() -> None:
    shown = stake_table(ALICE, [holding(1, "2", "0.5", "0.9")], worth("1", "0.9"))
    assert shown.title == f"Stakes of {ALICE}"
    assert shown.rows == [("1", BOB, "α2.0000", "τ0.500000", "τ1.0000", "τ0.9000", "yes")]


def test_several_have_one() -> None:
    rows = [holding(1, "2", "0.5", None), holding(0, "3", "1", "3")]
    *_, last = stake_table(ALICE, rows, worth("4", None)).rows
    assert last == ("all", "", "", "", "τ4.0000", "?", "")
    assert sale_cell(Tao.parse("1234.56789")) == "τ1,234.5678"


def test_no_stake_is_said_with_the_address() -> None:
    assert stake_table(ALICE, [], worth("0", "0")).plain() == f"{ALICE} has no stake."


def test_what_became_of_each_part() -> None:
    one, rest = Alpha.parse("1", 3), Alpha.parse("0.5", 3)
    parts = [
        TradePart(Target(BOB, 3), True, traded=TradeResult(False, Tao.parse("2"), one, rest)),
        TradePart(Target(BOB, None), True, traded=TradeResult(False, Tao.parse("2"), None)),
        TradePart(Target(BOB, 4), False, Failure("SubtensorModule.AmountTooLow", "m", None, 1)),
        TradePart(Target(BOB, 5), True),
    ]
    rows = part_table(parts, [rest, None, None, None]).rows
    assert [row[0] for row in rows] == ["3", "every", "4", "5"]
    assert [row[2] for row in rows] == [
        "done, α0.500000000 left",
        "done",
        "SubtensorModule.AmountTooLow",
        "done",
    ]
    assert rows[0][3:] == ("τ2.000000000", "α1.000000000", "α0.500000000")
    assert rows[1][3:] == ("τ2.000000000", "", "")


def test_choices_are_numbered_from_one() -> None:
    rows = choice_table([((BOB, 3), Alpha.parse("1", 3)), ((ALICE, 0), Alpha.parse("2", 0))]).rows
    assert [row[:2] for row in rows] == [("1", "3"), ("2", "0")]
