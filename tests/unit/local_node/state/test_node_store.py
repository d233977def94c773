"""Nodes on disk: each is there as long as a kept state uses it."""

from __future__ import annotations

from contextlib import closing

from hypothesis import given, settings
from hypothesis import strategies as st

from local_node.state.store import Store, StoredBlock
from local_node.state.trie import EMPTY_ROOT
from tests.unit.local_node.state import reference

KEYS = [b"a", b"ab", b"abc", b"b", b"ba"]
values = st.one_of(st.none(), st.sampled_from([b"x", b"y" * 40, b"z" * 200]))
steps = st.lists(
    st.tuples(st.integers(0, 2), st.dictionaries(st.sampled_from(KEYS), values, min_size=1)),
    min_size=1,
    max_size=12,
)


class Grown:
    """A store that keeps two states, and what each block's state holds."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.content: dict[bytes, dict[bytes, bytes]] = {}
        self.parent: dict[bytes, bytes] = {}
        self.count = 0

    def grow(self, on: bytes | None, changes: dict[bytes, bytes | None]) -> bytes:
        name = self.count.to_bytes(32, "big")
        self.count += 1
        before = {} if on is None else self.content[on]
        root = EMPTY_ROOT if on is None else self.store.state_root(on)
        assert root is not None
        update = self.store.state(root).update(changes)
        number = 0 if on is None else self._number(on) + 1
        block = StoredBlock(name, on or bytes(32), number, update.root, b"", b"")
        self.store.commit(block, update, changes)
        merged = {**before, **changes}
        self.content[name] = {key: value for key, value in merged.items() if value is not None}
        if on is not None:
            self.parent[name] = on
        return name

    def _number(self, name: bytes) -> int:
        number = 0
        while name in self.parent:
            name, number = self.parent[name], number + 1
        return number


@settings(max_examples=40)
@given(steps)
def test_every_kept_state_is_whole(moves: list[tuple[int, dict[bytes, bytes | None]]]) -> None:
    with closing(Store(keep=3)) as store:
        grown = Grown(store)
        head = grown.grow(None, {b"a": b"x"})
        for back, changes in moves:
            on = head
            for _ in range(back):  # another branch, where its parent's state is still there
                above = grown.parent.get(on)
                if above is None or store.state_root(above) is None:
                    break
                on = above
            if on != head:
                store.set_head(on, {})
            head = grown.grow(on, changes)
            kept = 0
            for name, content in grown.content.items():
                root = store.state_root(name)
                if root is not None:
                    kept += 1
                    assert root == reference.root(content)
                    assert dict(store.state(root).items()) == content
            assert kept >= 1
        assert store.check() == []
