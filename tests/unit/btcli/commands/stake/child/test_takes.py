"""The takes of a child hotkey in JSON."""

from __future__ import annotations

from fractions import Fraction

from btcli.commands.stake.child.takes import ChildTake, shown
from tests.unit.btcli.samples import BOB


def test_a_take_has_its_bounds() -> None:
    result = shown(BOB, [ChildTake(2, Fraction(1, 10), (Fraction(0), Fraction(18, 100)))])
    assert result.data["takes"] == [
        {
            "netuid": 2,
            "take": "0.100000000",
            "min_take": "0.000000000",
            "max_take": "0.180000000",
        }
    ]
    assert "10 %" in result.blocks[0].plain()
