"""What a person chooses to take of which stake."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from btcli.commands.stake.interactive import chosen
from btcli.commands.stake.targets import Target
from btcli.failures import NeedsConfirmation
from btsdk.errors import UsageError
from btsdk.units import Alpha
from tests.unit.btcli.samples import ALICE, BOB, context

HELD = {(ALICE, 1): Alpha.parse("1", 1), (BOB, 3): Alpha.parse("2", 3)}


def choose(folder: Path, monkeypatch: pytest.MonkeyPatch, typed: str) -> list[tuple[Target, str]]:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    return chosen(context(folder), HELD)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("2\nall\n", [(Target(BOB, 3), "all")]),
        ("2,1\n1.5\nall\n", [(Target(BOB, 3), "1.500000000"), (Target(ALICE, 1), "all")]),
        ("1 1\n0.5\n", [(Target(ALICE, 1), "0.500000000")]),
        ("ALL\nall\nall\n", [(Target(ALICE, 1), "all"), (Target(BOB, 3), "all")]),
        ("3\n0\n1\nall\n", [(Target(ALICE, 1), "all")]),
    ],
)
def test_numbers_then_amounts(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    found: list[tuple[Target, str]],
) -> None:
    assert choose(tmp_path, monkeypatch, typed) == found


def test_the_stakes_are_shown_beside_the_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    choose(tmp_path, monkeypatch, "9\n1\nall\n")
    out, err = capsys.readouterr()
    assert out == ""
    assert BOB in err
    assert "invalid choice: '9'. Type numbers from 1 to 2, or all." in err


@pytest.mark.parametrize("typed", ["x\ny\nz\n1\nall\n", "1\n0\n-1\nmuch\n"])
def test_three_answers_that_say_nothing_end_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    with pytest.raises(UsageError):
        choose(tmp_path, monkeypatch, typed)


def test_no_answer_is_not_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NeedsConfirmation):
        choose(tmp_path, monkeypatch, "1\n")
    with pytest.raises(UsageError, match="the coldkey has no stake"):
        chosen(context(tmp_path), {})
