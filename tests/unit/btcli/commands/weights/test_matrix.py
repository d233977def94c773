"""The weights of a subnet as tables."""

from __future__ import annotations

from btcli.commands.weights.matrix import (
    WeightRow,
    matrix_table,
    row_document,
    sealed_documents,
    sealed_tables,
)
from btsdk.reads.weights import TimelockedCommit
from tests.unit.btcli.samples import ALICE

ROW = WeightRow(3, ALICE, 90, 10, {0: 100, 1: 300, 2: 200, 5: 200, 7: 100, 8: 100})


def test_the_greatest_weights_come_first() -> None:
    (line,) = matrix_table([ROW]).rows
    assert line == ("3", ALICE, "10 blocks ago", "1: 30 %, 2: 20 %, 5: 20 %, 0: 10 %, and 2 more")
    assert row_document(ROW)["uids"] == [0, 1, 2, 5, 7, 8]
    assert matrix_table([]).plain() == "No weights are set."


def test_sealed_weights() -> None:
    commit = TimelockedCommit(ALICE, 4, 80, b"", 1_000)
    assert sealed_documents([commit]) == [{"hotkey": ALICE, "block": 80, "reveal_round": 1_000}]
    (table,) = sealed_tables([commit])
    assert table.rows == [(ALICE, "80", "1,000")]
    assert sealed_tables([]) == ()
