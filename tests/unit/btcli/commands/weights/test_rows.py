"""Rows of weights on the command line."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from btcli.commands.weights.rows import given_row, whole_numbers
from btsdk.errors import UsageError
from tests.unit.btcli.samples import context


def test_lists_in_either_form(tmp_path: Path) -> None:
    assert given_row(context(tmp_path), ["0,1", "2"], ["1 0.5", "1e-3"]) == (
        [0, 1, 2],
        [1, 0.5, 0.001],
    )
    assert whole_numbers(None, "uid") == []
    big = 2**60 + 1
    assert given_row(context(tmp_path), ["0"], [str(big)])[1] == [big]


def test_weights_behind_the_name_of_the_wallet(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="looks like weights"):
        given_row(context(tmp_path, wallet_name="0.5,0.5"), ["0", "1"], None)
    with pytest.raises(UsageError, match="missing --weights"):
        given_row(context(tmp_path, wallet_name="alice", no_prompt=True), ["0", "1"], None)


def test_what_is_missing_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("0 1\n1,2\n"))
    assert given_row(context(tmp_path), None, None) == ([0, 1], [1, 2])
    with pytest.raises(UsageError, match="missing --uids and --weights"):
        given_row(context(tmp_path, no_prompt=True), None, None)


@pytest.mark.parametrize("word", ["-1", "1.5", "x", "²"])
def test_what_is_no_uid(word: str) -> None:
    with pytest.raises(UsageError, match="a uid is a whole number"):
        whole_numbers([word], "uid")
