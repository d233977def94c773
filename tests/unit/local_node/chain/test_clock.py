"""The clock of the chain, ahead of the wall and back with it."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from local_node.chain.chain import Chain
from tests.unit.local_node.chain.conftest import START_MS, Wall
from tests.unit.local_node.chain.counter import SLOT_MS


def test_every_block_has_a_later_slot_and_the_wall_catches_up(chain: Chain, wall: Wall) -> None:
    for _ in range(4):
        chain.author_block()
    assert chain.ahead_ms == 3 * SLOT_MS
    wall.ms += 2 * SLOT_MS
    chain.author_block()
    assert chain.ahead_ms == 2 * SLOT_MS
    wall.ms += 60_000
    chain.author_block()
    assert chain.ahead_ms == 0
    assert chain.timestamp_ms == wall.ms


def test_time_travels_forward_only(chain: Chain) -> None:
    chain.travel_to(START_MS + 3_600_000)
    chain.author_block()
    assert chain.timestamp_ms == START_MS + 3_600_000
    assert chain.ahead_ms == 3_600_000
    with pytest.raises(UsageError, match="before it"):
        chain.travel_to(START_MS)
