"""New tries from old ones: roots by the reference, and counts that add up."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from local_node.state.trie_building import Builder, ordered_root, root_of
from local_node.state.trie_node import EMPTY_ROOT, TrieNode, decode
from tests.unit.local_node.state import reference

keys = st.lists(st.sampled_from([0x00, 0x01, 0x10, 0xFF]), max_size=4).map(bytes)
values = st.binary(max_size=50)
contents = st.dictionaries(keys, values, max_size=12)
changes = st.dictionaries(keys, st.one_of(st.none(), values), max_size=8)


class Disk:
    """Nodes by their hashes, counted as a store counts them."""

    def __init__(self) -> None:
        self.data: dict[bytes, bytes] = {}
        self.counts: Counter[bytes] = Counter()

    def load(self, reference_: bytes) -> TrieNode:
        return decode(self.data.get(reference_, reference_))

    def step(self, root: bytes, wanted: dict[bytes, bytes | None]) -> bytes:
        update = Builder(self.load).update(root, wanted)
        self.data.update(update.added)
        self.counts.update(update.counts)
        assert all(count >= 0 for count in self.counts.values())
        self.data = {key: data for key, data in self.data.items() if self.counts[key] > 0}
        return update.root


@given(contents, changes)
def test_changing_leads_where_building_anew_does(
    content: dict[bytes, bytes], wanted: dict[bytes, bytes | None]
) -> None:
    disk = Disk()
    root = disk.step(EMPTY_ROOT, dict(content))
    assert root == root_of(content) == reference.root(content)
    root = disk.step(root, wanted)
    after = {k: v for k, v in {**content, **wanted}.items() if v is not None}
    assert root == reference.root(after)
    fresh = Disk()
    fresh.step(EMPTY_ROOT, dict(after))
    assert +disk.counts == +fresh.counts
    assert disk.data == fresh.data


@given(contents)
def test_what_is_there_already_changes_nothing(content: dict[bytes, bytes]) -> None:
    disk = Disk()
    root = disk.step(EMPTY_ROOT, dict(content))
    update = Builder(disk.load).update(root, {**content, b"\x05 not there": None})
    assert (update.root, update.counts, update.added) == (root, {}, {})


@given(st.lists(values, max_size=80))
def test_a_list_is_a_trie_of_compact_indices(items: list[bytes]) -> None:
    assert ordered_root(items) == reference.ordered(items)


def test_layouts_differ_from_33_bytes_on() -> None:
    for size, same in ((32, True), (33, False)):
        items = {b"key": b"v" * size}
        assert (root_of(items, layout=0) == root_of(items, layout=1)) is same
