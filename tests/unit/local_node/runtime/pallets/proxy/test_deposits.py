"""What proxies and announcements take, and what settles the difference."""

from __future__ import annotations

import pytest

from local_node.runtime.frame import DispatchFailure
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.proxy import deposits
from tests.unit.local_node.runtime.pallets.calling import key, rich
from tests.unit.local_node.runtime.support import fresh_context


def test_each_one_more_costs_the_same() -> None:
    ctx = fresh_context()
    assert [deposits.for_proxies(ctx, n) for n in (0, 1, 3)] == [0, 93_000_000, 159_000_000]
    announced = [deposits.for_announcements(ctx, n) for n in (0, 1, 3)]
    assert announced == [0, 104_000_000, 240_000_000]


def test_the_difference_is_reserved_or_given_back() -> None:
    ctx = fresh_context()
    who = rich(ctx, key(1), tao=1)
    for held, due in ((0, 500), (500, 800), (800, 800), (800, 200), (200, 0)):
        deposits.settle(ctx, who, held, due)
        assert currency.reserved(ctx, who) == due
    with pytest.raises(DispatchFailure, match="InsufficientBalance"):
        deposits.settle(ctx, who, 0, 10**10)
