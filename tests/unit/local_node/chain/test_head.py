"""Heads that move between branches."""

from __future__ import annotations

from local_node.chain.chain import Chain
from local_node.chain.events import Event, HeadMoved, Imported, StorageChanged
from local_node.chain.modes import Manual
from tests.unit.local_node.chain.conftest import Open
from tests.unit.local_node.chain.counter import CounterRuntime, add
from tests.unit.local_node.chain.counting import kinds, total


def test_a_revert_takes_blocks_back_and_states_stay(chain: Chain) -> None:
    for nonce in range(4):
        chain.submit(add(1, nonce, 1))
    left = chain.best
    target = chain.hash_at(2)
    assert target is not None
    events: list[Event] = []
    chain.listen(events.append)
    chain.revert_to(target)
    assert (chain.best.number, total(chain), chain.hash_at(3)) == (2, 2, None)
    moved = events[0]
    assert isinstance(moved, HeadMoved)
    assert [ref.number for ref in moved.retracted] == [4, 3]
    changed = events[1]
    assert isinstance(changed, StorageChanged)
    assert changed.changes[b"sum"] == b"\x02\x00\x00\x00"
    assert total(chain, left.hash) == 4
    chain.submit(add(9, 0, 100))
    assert (chain.best.number, total(chain)) == (3, 102)
    chain.revert_to(left.hash)
    assert (chain.best, total(chain)) == (left, 4)
    assert chain.check(execute=True) == []


def test_the_same_block_made_again_is_gone_back_to(open_chain: Open) -> None:
    """Where a block has no seal of its own, nothing tells two of them apart."""
    chain = open_chain(runtime=CounterRuntime(aura=False), mode=Manual())
    made = chain.author_block([add(1, 0, 5)])
    chain.revert_to(chain.genesis_hash)
    events: list[Event] = []
    chain.listen(events.append)
    assert chain.author_block([add(1, 0, 5)]) == made == chain.best
    assert isinstance(events[0], HeadMoved)
    assert total(chain) == 5
    chain.author_block()
    assert chain.check(execute=True) == []


def test_a_reorganisation_brings_extrinsics_back(open_chain: Open) -> None:
    chain, other = open_chain(), open_chain()
    chain.mode = Manual()
    chain.set_finality_lag(2)
    events: list[Event] = []
    chain.listen(events.append)
    lost = chain.submit(add(1, 0, 5))
    chain.author_block()
    for nonce in range(2):
        other.submit(add(2, nonce, 1))
    for number in (1, 2):
        block = other.block(other.hash_at(number) or b"")
        assert block is not None
        chain.import_block(block)
    assert chain.best == other.best
    assert kinds(events, lost) == ["ready", "inBlock", "retracted", "ready"]
    imported = [event for event in events if isinstance(event, Imported)]
    assert [len(event.retracted) for event in imported] == [0, 1, 0]
    chain.author_block()
    assert total(chain) == 7
    assert chain.check(execute=True) == []
