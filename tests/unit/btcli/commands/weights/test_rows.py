"""Rows of weights on the command line."""

from __future__ import annotations

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
        given_row(context(tmp_path, wallet_name="alice"), ["0", "1"], None)


@pytest.mark.parametrize("word", ["-1", "1.5", "x", "²"])
def test_what_is_no_uid(word: str) -> None:
    with pytest.raises(UsageError, match="a uid is a whole number"):
        whole_numbers([word], "uid")
