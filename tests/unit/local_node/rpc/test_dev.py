"""`dev_*`: blocks on request, and the clock that they push ahead."""

from __future__ import annotations

import pytest

from local_node.rpc.dev import MOST_BLOCKS
from local_node.rpc.errors import INVALID_PARAMS
from tests.unit.local_node.rpc.desk import Desk


def test_blocks_are_made_now(desk: Desk) -> None:
    before = desk.chain.best.number
    last = desk.ask("dev_newBlock", 3)
    assert desk.chain.best.number == before + 3
    assert last == "0x" + desk.chain.best.hash.hex()
    desk.ask("dev_newBlock")
    assert desk.chain.best.number == before + 4


@pytest.mark.parametrize("count", [0, -1, MOST_BLOCKS + 1, "3", True, 1.5])
def test_a_count_that_is_none(desk: Desk, count: object) -> None:
    before = desk.chain.best
    code, _, _ = desk.error("dev_newBlock", count)
    assert code == INVALID_PARAMS
    assert desk.chain.best == before


def test_status_tells_how_far_the_clock_is_ahead(desk: Desk) -> None:
    desk.ask("dev_newBlock", 40)
    status = desk.ask("dev_status")
    assert set(status) == {"mode", "aheadMs", "nextBlockMs", "finalized", "finalityLag"}
    assert (status["finalized"]["number"], status["finalityLag"]) == (desk.chain.best.number, 0)
    assert status["mode"] in ("instant", "manual", "interval")
    assert status["aheadMs"] > 5_000
