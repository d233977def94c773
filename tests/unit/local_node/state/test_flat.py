"""The head's state as one table, against a dictionary."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from local_node.state.file import open_file
from local_node.state.flat import FlatState

# keys of few bytes, so that prefixes and their ends (0xff) meet
keys = st.lists(st.sampled_from([0x00, 0x01, 0xFE, 0xFF]), max_size=4).map(bytes)
changes = st.dictionaries(keys, st.one_of(st.none(), st.binary(max_size=4)), max_size=12)


def put(flat: FlatState, wanted: Mapping[bytes, bytes | None]) -> None:
    flat.write(wanted)
    flat.written(wanted)


@given(changes, changes, keys, keys, st.integers(0, 5))
def test_it_is_the_dictionary_in_order(
    first: dict[bytes, bytes | None],
    second: dict[bytes, bytes | None],
    prefix: bytes,
    after: bytes,
    count: int,
) -> None:
    plain: dict[bytes, bytes] = {}
    with closing(open_file(None)) as db:
        flat = FlatState(db)
        for each in (first, second):
            put(flat, each)
            plain.update({key: value for key, value in each.items() if value is not None})
            for key in [key for key, value in each.items() if value is None]:
                plain.pop(key, None)
        fresh = FlatState(db)  # what is on disk, without what memory holds
        items = sorted(plain.items())
        for key in {*first, *second, prefix}:
            assert flat.get(key) == fresh.get(key) == plain.get(key)
        below = [item for item in items if item[0].startswith(prefix)]
        assert flat.items(prefix) == below
        later = [key for key, _ in below if key > after]
        assert flat.keys(prefix, after, None) == later
        assert flat.keys(prefix, after, count) == later[:count]
        assert flat.keys(prefix, None, None) == [key for key, _ in below]
        assert flat.items_after(after, count) == [it for it in items if it[0] > after][:count]


def test_memory_follows_the_disk_and_never_leads() -> None:
    with closing(open_file(None)) as db:
        flat = FlatState(db)
        assert flat.peek(b"key") is None
        assert flat.get(b"key") is None
        assert flat.peek(b"key") == (None,)  # it is known that nothing is there
        flat.write({b"key": b"value"})
        assert flat.get(b"key") is None  # its transaction may still be undone
        flat.written({b"key": b"value"})
        assert flat.peek(b"key") == (b"value",)
        put(flat, {b"key": None})
        assert flat.get(b"key") is None
