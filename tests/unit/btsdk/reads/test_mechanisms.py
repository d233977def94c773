"""The shares of mechanisms, as the chain divides an emission."""

from __future__ import annotations

import pytest

from btsdk.reads.mechanisms import SPLIT_TOTAL, Mechanisms


@pytest.mark.parametrize(
    ("count", "split", "shares"),
    [
        (1, None, (65_535,)),
        (2, None, (32_768, 32_767)),
        (3, None, (21_845, 21_845, 21_845)),
        (2, (65_535,), (65_535, 0)),
        (2, (1, 65_534), (1, 65_534)),
    ],
)
def test_shares(count: int, split: tuple[int, ...] | None, shares: tuple[int, ...]) -> None:
    found = Mechanisms(1, count, 16, split)
    assert found.shares == shares
    assert sum(found.shares) == SPLIT_TOTAL
