"""What clients make the node hold, all together."""

from __future__ import annotations

from local_node.server.memory_limit import MemoryLimit


class Holder:
    def __init__(self, held: int) -> None:
        self.held = held


def test_it_is_too_much_beyond_the_limit() -> None:
    limit: MemoryLimit[Holder] = MemoryLimit(100)
    assert not limit.is_too_much(100)
    assert limit.is_too_much(101)
    one, other = Holder(60), Holder(40)
    for holder in (one, other, other):
        limit.add(holder)
    assert not limit.is_too_much()
    assert limit.is_too_much(1)
    assert limit.largest() is one
    one.held = 10
    assert limit.largest() is other
    limit.discard(other)
    limit.discard(other)
    assert not limit.is_too_much(90)
