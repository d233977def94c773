"""Locks in JSON and in tables."""

from __future__ import annotations

from btcli.commands.lock.locks import lock_document, lock_facts, lock_table, targeting_table
from btsdk.reads.locks import StakeLock
from btsdk.units import Alpha
from tests.unit.btcli.samples import ALICE, BOB

LOCK = StakeLock(ALICE, BOB, 3, Alpha.parse("2", 3), Alpha.parse("1", 3), perpetual=True)


def test_a_lock() -> None:
    assert lock_document(LOCK) == {
        "netuid": 3,
        "coldkey": ALICE,
        "hotkey": BOB,
        "locked_alpha": "2.000000000",
        "conviction_alpha": "1.000000000",
        "mode": "perpetual",
    }
    (row,) = lock_table(ALICE, [LOCK]).rows
    assert row == ("3", BOB, "α2.0000", "α1.0000", "perpetual")
    (row,) = targeting_table(BOB, 3, [LOCK]).rows
    assert row == (ALICE, "α2.0000", "α1.0000", "perpetual")
    assert "has no lock" in lock_table(ALICE, []).plain()
    assert "conviction  α1.000000000" in lock_facts(LOCK).plain()
