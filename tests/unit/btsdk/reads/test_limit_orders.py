"""The state of limit orders."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.reads.limit_orders import LimitOrderStatus, limit_orders_enabled, order_status
from tests.unit.btsdk.chain import Chain
from tests.unit.btsdk.script import dev_at


@pytest.mark.parametrize(
    ("stored", "status", "words"),
    [
        ("Fulfilled", LimitOrderStatus("Fulfilled"), "fulfilled"),
        ("Cancelled", LimitOrderStatus("Cancelled"), "cancelled"),
        (("PartiallyFilled", 5), LimitOrderStatus("PartiallyFilled", 5), "partly filled"),
    ],
)
def test_the_state_of_an_order(stored: Any, status: LimitOrderStatus, words: str) -> None:
    found = Chain(Orders=stored).script().play(order_status(dev_at(), bytes(32)))
    assert found == status
    assert found is not None
    assert found.words == words


def test_the_switch() -> None:
    for on in (True, False):
        program = limit_orders_enabled(dev_at())
        assert Chain(LimitOrdersEnabled=on).script().play(program) is on
