"""News of finality that is delayed: its order, who hears it, and until when it may wait."""

from __future__ import annotations

import pytest

from local_node.chain.block import ZERO_HASH, BlockRef
from local_node.chain.chain import Chain
from local_node.chain.events import (
    Event,
    ExtrinsicStatus,
    Finalized,
    HeadMoved,
    Status,
)
from local_node.chain.listeners import LONGEST_BUSY_S, Listeners
from local_node.chain.modes import Manual
from tests.unit.local_node.chain.counter import add

NAME = b"x" * 32
FINAL = Status("finalized", ZERO_HASH, 0)


class Clocked:
    """Listeners with a clock of their own."""

    def __init__(self, delay: float = 0.5) -> None:
        self.now = 100.0
        self.listeners = Listeners(lambda: self.now)
        self.listeners.finality_delay = delay
        self.heard: list[Event] = []
        self.listeners.add(self.heard.append)

    def put(self, *events: Event) -> None:
        for event in events:
            self.listeners.put(event)
        self.listeners.deliver()

    def wait(self, seconds: float) -> None:
        self.now += seconds
        self.listeners.release()
        self.listeners.deliver()


def block(number: int) -> BlockRef:
    return BlockRef(bytes([number]) * 32, number)


def moved(*left: BlockRef) -> HeadMoved:
    return HeadMoved(block(0), left, ())


IN_BLOCK = ExtrinsicStatus(NAME, Status("inBlock", ZERO_HASH, 0))


def test_without_delay_everything_comes_at_once() -> None:
    clocked = Clocked(delay=0.0)
    clocked.put(IN_BLOCK, ExtrinsicStatus(NAME, FINAL), Finalized(block(1)))
    assert clocked.heard == [IN_BLOCK, ExtrinsicStatus(NAME, FINAL), Finalized(block(1))]
    assert clocked.listeners.due_in_ms() is None


def test_news_of_finality_waits_and_keeps_its_order() -> None:
    clocked = Clocked()
    clocked.put(IN_BLOCK, ExtrinsicStatus(NAME, FINAL), Finalized(block(1)))
    assert clocked.heard == [IN_BLOCK]
    assert clocked.listeners.due_in_ms() == 500
    clocked.wait(0.25)
    clocked.put(Finalized(block(2)))
    assert clocked.heard == [IN_BLOCK]
    assert clocked.listeners.due_in_ms() == 250
    clocked.wait(0.25)
    assert clocked.heard[1:] == [ExtrinsicStatus(NAME, FINAL), Finalized(block(1))]
    clocked.wait(0.25)
    assert clocked.heard[3:] == [Finalized(block(2))]
    assert clocked.listeners.due_in_ms() is None


def test_what_was_final_is_told_before_it_leaves() -> None:
    clocked = Clocked()
    clocked.put(Finalized(block(1)), moved(block(1)))
    assert clocked.heard == [Finalized(block(1)), moved(block(1))]
    clocked.put(Finalized(block(2)), moved())  # forwards only: nothing leaves
    assert clocked.heard[2:] == [moved()]


def test_who_comes_later_hears_nothing_of_what_was_before() -> None:
    clocked = Clocked()
    clocked.put(Finalized(block(1)))
    late: list[Event] = []
    cancel = clocked.listeners.add(late.append)
    clocked.put(Finalized(block(2)))
    clocked.wait(0.5)
    assert late == [Finalized(block(2))]
    cancel()
    clocked.put(IN_BLOCK)
    assert late == [Finalized(block(2))]


def test_a_busy_watcher_is_told_when_it_is_done() -> None:
    clocked = Clocked()
    heard: list[str] = []
    until = 101.25
    clocked.listeners.watch(NAME, lambda s: heard.append(s.kind), lambda: until - clocked.now)
    other: list[str] = []
    clocked.listeners.watch(NAME, lambda s: other.append(s.kind))
    clocked.put(IN_BLOCK, ExtrinsicStatus(NAME, FINAL))
    clocked.wait(0.5)
    assert (heard, other) == (["inBlock"], ["inBlock", "finalized"])
    assert clocked.listeners.due_in_ms() == 750
    until = 101.5
    clocked.wait(0.75)
    assert heard == ["inBlock"]
    clocked.wait(0.25)
    assert heard == ["inBlock", "finalized"]
    assert clocked.listeners.due_in_ms() is None
    assert not clocked.listeners.is_watched(NAME)


def test_nobody_is_busy_without_end() -> None:
    clocked = Clocked()
    heard: list[str] = []
    clocked.listeners.watch(NAME, lambda status: heard.append(status.kind), lambda: 0.3)
    clocked.put(ExtrinsicStatus(NAME, FINAL))
    clocked.wait(0.5)
    for _ in range(round(LONGEST_BUSY_S / 0.25) + 1):
        clocked.wait(0.25)
    assert heard == ["finalized"]


@pytest.fixture
def delayed(chain: Chain) -> Chain:
    chain.mode = Manual()
    chain.delay_news_of_finality(3600)
    return chain


def test_a_chain_is_final_before_it_tells(delayed: Chain) -> None:
    events: list[Event] = []
    delayed.listen(events.append)
    made = delayed.author_block()
    assert delayed.finalized == made
    assert not [event for event in events if isinstance(event, Finalized)]
    assert delayed.next_tick_ms() is not None
    delayed.delay_news_of_finality(0)
    assert not [event for event in events if isinstance(event, Finalized)]


def test_a_tick_tells_without_making_a_block(chain: Chain) -> None:
    chain.mode = Manual()
    chain.delay_news_of_finality(1e-9)
    heard: list[Status] = []
    chain.submit_and_watch(add(1, 0, 1), heard.append)
    chain.author_block()
    number = chain.best.number
    while not heard[-1].is_final:
        assert chain.tick() is None
    assert [status.kind for status in heard] == ["ready", "inBlock", "finalized"]
    assert chain.best.number == number
    assert chain.next_tick_ms() is None


def test_a_rewind_tells_what_was_final_first(delayed: Chain) -> None:
    events: list[Event] = []
    delayed.listen(events.append)
    start = delayed.best
    heard: list[Status] = []
    delayed.submit_and_watch(add(1, 0, 1), heard.append)
    made = delayed.author_block()
    delayed.revert_to(start.hash)
    kinds = [type(event) for event in events if isinstance(event, (Finalized, HeadMoved))]
    assert kinds == [Finalized, HeadMoved]
    assert [status.kind for status in heard] == ["ready", "inBlock", "finalized"]
    assert heard[-1].hash == made.hash
