"""The slot of the next block, and the ends of time."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from local_node.chain.authoring import AuthoringError
from local_node.chain.block import ZERO_HASH, Header
from local_node.chain.clock import LATEST_MS, Clock
from local_node.chain.moments import (
    MOST_MS,
    NOW_KEY,
    SLOT_KEY,
    expect_times,
    is_in_time,
    next_slot,
)
from local_node.state.overlay import Overlay
from tests.unit.local_node.runtime.support import Dictionary, Node

PARENT = Header(ZERO_HASH, 0, ZERO_HASH, ZERO_HASH)


def u64(number: int) -> bytes:
    return number.to_bytes(8, "little")


def slot_on(state: dict[bytes, bytes], now_ms: int = 10_000, slot_ms: int = 250) -> int:
    return next_slot(Clock(lambda: now_ms), slot_ms, PARENT, Overlay(Dictionary(state)))  # type: ignore[arg-type]


def test_the_clock_says_it_where_nothing_stands_against_it() -> None:
    assert slot_on({}) == 40
    assert slot_on({SLOT_KEY: u64(39), NOW_KEY: u64(9_750)}) == 40


def test_it_is_later_than_what_the_state_has() -> None:
    assert slot_on({SLOT_KEY: u64(99)}) == 100
    # half a slot after the last time, as the runtime asks: 25,000 + 125
    assert slot_on({NOW_KEY: u64(25_000)}) == 100
    assert slot_on({NOW_KEY: u64(25_125)}) == 101
    assert slot_on({NOW_KEY: u64(25_124)}) == 100


def test_more_bytes_are_left_and_too_few_are_none() -> None:
    assert slot_on({SLOT_KEY: u64(99) + b"\xff"}) == 100
    assert slot_on({SLOT_KEY: u64(99)[:7]}) == 40


def test_the_runtime_takes_the_time_of_that_slot() -> None:
    node = Node()
    for _ in range(2):
        node.block()
    state = node.ext.state()
    assert state[SLOT_KEY] == u64(2)
    assert state[NOW_KEY] == u64(500)
    assert slot_on(state, now_ms=0) == 3


def test_no_block_lies_where_none_can_follow() -> None:
    last = MOST_MS // 250
    assert slot_on({SLOT_KEY: u64(last - 1)}) == last
    assert is_in_time(last, 250)
    assert not is_in_time(last + 1, 250)
    with pytest.raises(AuthoringError, match="is beyond") as caught:
        slot_on({SLOT_KEY: u64(last)})
    assert "dev_setHead" in str(caught.value.hint)


@pytest.mark.parametrize(
    ("key", "most", "name"),
    [(NOW_KEY, LATEST_MS, "Timestamp.Now"), (SLOT_KEY, LATEST_MS // 250, "Aura.CurrentSlot")],
    ids=["now", "slot"],
)
def test_a_patch_may_not_lead_beyond_the_year_9999(key: bytes, most: int, name: str) -> None:
    expect_times({key: u64(most)}, 250)
    expect_times({key: None, b"other": u64(2**64 - 1)}, 250)
    with pytest.raises(UsageError, match=f"{name}: {most + 1} is beyond the year 9999"):
        expect_times({key: u64(most + 1)}, 250)
