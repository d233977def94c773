"""The children of `stake child set` as users write them."""

from __future__ import annotations

import io
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from btcli.commands.stake.child.child_list import child_list
from btsdk.errors import UsageError
from btsdk.reads.children import ALL
from tests.unit.btcli.samples import ALICE, BOB, context


def test_two_lists(tmp_path: Path) -> None:
    found = child_list(context(tmp_path), [f"{ALICE},{BOB}"], ["0.25 50%"])
    assert found == [(ALICE, "0.25"), (BOB, "50%")]


def test_pairs_in_json(tmp_path: Path) -> None:
    text = f'[[0.1, "{ALICE}"], [{ALL // 2}, "{BOB}"]]'
    found = child_list(context(tmp_path), [text], None)
    assert found == [(ALICE, "0.1"), (BOB, Fraction(ALL // 2, ALL))]
    assert child_list(context(tmp_path), [f'[[1, "{ALICE}"]]'], None) == [(ALICE, Fraction(1))]


def test_what_is_missing_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{ALICE}\n25%\n"))
    assert child_list(context(tmp_path), None, None) == [(ALICE, "25%")]
    with pytest.raises(UsageError, match="missing --children and --proportions"):
        child_list(context(tmp_path, no_prompt=True), None, None)


@pytest.mark.parametrize(
    ("children", "proportions", "message"),
    [
        ([ALICE], None, "missing --proportions"),
        ([ALICE, BOB], ["1"], "children 2, proportions 1"),
        (["[[0.5"], None, "is not JSON"),
        (["[0.5]"], None, "not a list of pairs"),
        ([f'[[1, "{ALICE}"]]'], ["1"], "omit --proportions"),
    ],
)
def test_what_is_refused(
    tmp_path: Path, children: list[str], proportions: list[str] | None, message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        child_list(context(tmp_path, no_prompt=True), children, proportions)
