"""Shares as people type them."""

from __future__ import annotations

import pytest

from btcli.commands.subnets.mechanisms.split import split_of
from btsdk.errors import UsageError


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("70,30", [45_875, 19_660]),
        ("0.7 0.3", [45_875, 19_660]),
        ("1,1,1", [21_845, 21_845, 21_845]),
        ("70%,30%", ["70%", "30%"]),
        ("equal", None),
    ],
)
def test_shares(text: str, split: object) -> None:
    assert split_of(text) == split


@pytest.mark.parametrize("text", ["", "a,b", "70%,30", "0,0", "-1,2"])
def test_what_is_no_split(text: str) -> None:
    with pytest.raises(UsageError, match="shares of mechanisms"):
        split_of(text)
