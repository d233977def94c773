"""When blocks are made."""

from __future__ import annotations

from local_node.chain.chain import Chain
from local_node.chain.modes import Instant, Interval, Manual
from tests.unit.local_node.chain.conftest import Open, Wall
from tests.unit.local_node.chain.counter import add
from tests.unit.local_node.chain.counting import total


def test_an_interval_makes_blocks_on_its_beat(open_chain: Open, wall: Wall) -> None:
    chain = open_chain(mode=Interval(12))
    chain.submit(add(1, 0, 1))
    assert chain.best.number == 0
    due = chain.next_tick_ms()
    assert due is not None
    assert 0 < due <= 12_000
    assert chain.tick() is None
    wall.ms += due
    assert chain.tick() == chain.best
    assert (chain.best.number, total(chain), chain.tick()) == (1, 1, None)
    assert chain.next_tick_ms() == 12_000


def test_a_heartbeat_fills_the_silence(open_chain: Open, wall: Wall) -> None:
    chain = open_chain(mode=Instant(heartbeat=1.0))
    assert (chain.tick(), chain.next_tick_ms()) == (None, 1000)
    wall.ms += 600
    chain.submit(add(1, 0, 1))
    assert chain.next_tick_ms() == 1000
    wall.ms += 1000
    assert chain.tick() is not None
    assert chain.best.number == 2


def test_modes_change_while_running(chain: Chain) -> None:
    chain.mode = Manual()
    chain.submit(add(1, 0, 1))
    assert (chain.best.number, chain.next_tick_ms()) == (0, None)
    chain.mode = Instant()
    assert (chain.best.number, total(chain)) == (1, 1)
