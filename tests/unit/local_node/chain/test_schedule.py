"""When the next block is due, by a clock in the test's hand."""

from __future__ import annotations

import pytest

from local_node.chain.clock import Clock
from local_node.chain.modes import Batch, Instant, Interval, Manual, Mode
from local_node.chain.schedule import Schedule
from tests.unit.local_node.chain.conftest import Wall


def schedule(mode: Mode, wall: Wall) -> Schedule:
    return Schedule(mode, Clock(wall))


@pytest.mark.parametrize("mode", [Instant(), Manual()], ids=["instant", "manual"])
def test_none_comes_by_itself(mode: Mode, wall: Wall) -> None:
    plan = schedule(mode, wall)
    wall.ms += 10**9
    plan.extrinsic_waits()
    assert (plan.due_in_ms(), plan.deadline_ms()) == (None, None)


def test_an_interval_is_aligned_with_the_clock(wall: Wall) -> None:
    wall.ms = 120_000
    plan = schedule(Interval(12), wall)
    assert plan.due_in_ms() == 12_000
    wall.ms += 5_000
    assert plan.due_in_ms() == 7_000
    wall.ms += 7_000
    assert plan.due_in_ms() == 0
    wall.ms += 30_000
    assert plan.due_in_ms() == 0  # what was missed is one block, not three
    plan.block_made()
    assert plan.due_in_ms() == 6_000
    # two thirds of the interval are for extrinsics
    deadline = plan.deadline_ms()
    assert deadline == wall.ms + 7_920


def test_an_interval_too_short_for_milliseconds_is_one(wall: Wall) -> None:
    plan = schedule(Interval(0.0001), wall)
    assert plan.due_in_ms() == 1
    wall.ms += 1
    assert plan.due_in_ms() == 0


def test_a_batch_counts_from_the_first_that_waits(wall: Wall) -> None:
    plan = schedule(Batch(0.5), wall)
    assert plan.due_in_ms() is None
    assert plan.extrinsic_waits()
    wall.ms += 200
    assert not plan.extrinsic_waits()
    assert plan.due_in_ms() == 300
    wall.ms += 900
    assert plan.due_in_ms() == 0
    plan.block_made()
    assert plan.due_in_ms() is None
    assert plan.extrinsic_waits()


def test_a_heartbeat_counts_from_the_last_block(wall: Wall) -> None:
    plan = schedule(Instant(heartbeat=1.5), wall)
    wall.ms += 400
    assert plan.due_in_ms() == 1_100
    plan.block_made()
    assert plan.due_in_ms() == 1_500
    wall.ms += 9_000
    assert plan.due_in_ms() == 0
