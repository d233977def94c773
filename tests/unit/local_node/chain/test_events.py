"""What listeners hear, and when."""

from __future__ import annotations

from local_node.chain.chain import Chain
from local_node.chain.events import Event, ExtrinsicStatus, Finalized, Imported, StorageChanged
from tests.unit.local_node.chain.counter import add
from tests.unit.local_node.chain.counting import total


def test_events_come_in_order_and_after_the_fact(chain: Chain) -> None:
    events: list[Event] = []

    def listener(event: Event) -> None:
        if isinstance(event, Imported):
            assert chain.best == event.block.ref
        events.append(event)

    cancel = chain.listen(listener)
    chain.submit(add(1, 0, 4))
    kinds_heard = [type(event) for event in events]
    assert kinds_heard[:3] == [ExtrinsicStatus, Imported, StorageChanged]
    assert Finalized in kinds_heard
    changed = next(event for event in events if isinstance(event, StorageChanged))
    assert changed.changes[b"sum"] == b"\x04\x00\x00\x00"
    assert b":code" not in changed.keys
    cancel()
    chain.author_block()
    assert [type(event) for event in events] == kinds_heard


def test_a_listener_may_submit(chain: Chain) -> None:
    seen: list[int] = []

    def listener(event: Event) -> None:
        if isinstance(event, Imported):
            seen.append(event.block.number)
            if event.block.number < 3:
                chain.submit(add(1, event.block.number, 1))

    chain.listen(listener)
    chain.submit(add(1, 0, 1))
    assert (seen, total(chain)) == ([1, 2, 3], 3)
