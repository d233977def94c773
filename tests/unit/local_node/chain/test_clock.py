"""The clock of the chain, ahead of the wall and back with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.errors import UsageError
from local_node.chain.chain import Chain
from local_node.chain.clock import LATEST_MS, Clock
from local_node.state.store import Store
from tests.unit.local_node.chain.conftest import START_MS, Open, Wall
from tests.unit.local_node.chain.counter import SLOT_MS, CounterRuntime, Spec


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


class Running:
    """A wall clock that advances by a millisecond whenever it is read."""

    def __init__(self) -> None:
        self.ms = START_MS

    def __call__(self) -> int:
        self.ms += 1
        return self.ms


def running() -> Chain:
    return Chain.open(Spec(), Store(), Clock(Running()), CounterRuntime())


def test_the_latest_time_can_be_set_while_the_wall_clock_runs() -> None:
    chain = running()
    chain.travel_to(LATEST_MS)
    assert chain.clock.offset_ms == LATEST_MS - START_MS - 2  # the genesis block read it once
    with pytest.raises(UsageError, match="is not a time"):
        chain.travel_to(LATEST_MS + 1)
    chain.close()


def test_the_chain_is_never_behind_a_running_wall_clock() -> None:
    chain = running()
    assert chain.ahead_ms == 0
    chain.close()


def test_a_file_keeps_the_latest_time(open_chain: Open, wall: Wall, tmp_path: Path) -> None:
    path = tmp_path / "late.chain"
    first = open_chain(Store(path))
    first.travel_to(LATEST_MS)
    first.close()
    wall.ms += 86_400_000
    again = open_chain(Store(path))
    assert again.clock.now_ms() == LATEST_MS + 86_400_000
    again.set_clock_offset(again.clock.offset_ms)
