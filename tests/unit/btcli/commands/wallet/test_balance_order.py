"""The order of balances."""

from __future__ import annotations

import pytest

from btcli.commands.wallet.balance_order import check, ranked
from btcli.render.balances import Row
from btsdk.errors import UsageError
from tests.unit.btcli.samples import ALICE, BOB, balance, worth

ROWS = [
    Row("beta", ALICE, balance("5", "1"), worth("0", None)),
    Row("Alpha", BOB, balance("1", "9"), worth("8", None)),
    Row(None, ALICE, balance("7"), worth("1", None)),
]


@pytest.mark.parametrize(
    ("by", "order"),
    [
        (None, [0, 1, 2]),
        ("name", [2, 1, 0]),
        ("free", [2, 0, 1]),
        ("reserved", [1, 0, 2]),
        ("staked", [1, 2, 0]),
        ("total", [1, 2, 0]),
        ("address", [1, 0, 2] if BOB < ALICE else [0, 2, 1]),
    ],
)
def test_amounts_have_the_largest_first(by: str | None, order: list[int]) -> None:
    check(by)
    assert ranked(ROWS, by) == [ROWS[place] for place in order]


@pytest.mark.parametrize("by", ["", "Free", "price"])
def test_what_is_no_order(by: str) -> None:
    with pytest.raises(UsageError) as caught:
        check(by)
    assert caught.value.hint == "One of: name, address, free, reserved, staked, total."
