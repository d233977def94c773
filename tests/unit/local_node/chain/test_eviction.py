"""Which extrinsic leaves a full pool, held against a plain search."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from local_node.chain.eviction import Eviction

NAMES = [bytes([n]) for n in range(6)]
steps = st.lists(
    st.tuples(st.sampled_from(NAMES), st.one_of(st.none(), st.tuples(st.integers(0, 3)))),
    max_size=400,
)


@given(steps)
def test_the_first_is_always_the_lowest(steps: list[tuple[bytes, tuple[int] | None]]) -> None:
    eviction, plain = Eviction(), {}
    for arrival, (name, priority) in enumerate(steps):
        if priority is None:
            if plain.pop(name, None) is not None:
                eviction.remove(name)
        else:
            plain[name] = (priority[0], arrival)
            eviction.put(name, plain[name])
        if plain:
            assert eviction.first() == min(plain, key=plain.__getitem__)


def test_what_comes_and_goes_is_forgotten() -> None:
    eviction = Eviction()
    eviction.put(b"stays", (1, 0))
    for number in range(1_000):
        eviction.put(b"goes", (2, number))
        eviction.remove(b"goes")
        eviction.put(b"stays", (1, number))
    assert len(eviction._heap) < 100
    assert eviction.first() == b"stays"


def test_of_equal_ones_the_earlier_leaves() -> None:
    eviction = Eviction()
    for number, name in enumerate((b"z", b"a")):
        eviction.put(name, (5, number))
    assert eviction.first() == b"z"
