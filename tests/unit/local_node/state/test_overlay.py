"""The overlay against a plain model: dictionaries that are copied at each `begin`."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from btsdk.errors import DecodeError
from btsdk.scale.primitives import compact_encode, compact_read
from local_node.state import overlay as overlays
from local_node.state.overlay import Overlay

keys = st.lists(st.sampled_from([b"a", b"b", b"\x00", b"\xff"]), max_size=3).map(b"".join)
values = st.binary(max_size=3)
BELOW = dict.fromkeys(
    (b"", b"a", b"aa", b"ab", b"b", b"\xff", b"\xff\xff", *(bytes([n]) for n in range(50))),
    b"below",
)


class Flat:
    """A state in a dictionary."""

    def __init__(self, content: dict[bytes, bytes]) -> None:
        self.content = content

    def get(self, key: bytes) -> bytes | None:
        return self.content.get(key)

    def items_after(self, key: bytes, count: int) -> list[tuple[bytes, bytes]]:
        return sorted(item for item in self.content.items() if item[0] > key)[:count]


def appended(vector: bytes | None, item: bytes) -> bytes:
    """Substrate's `storage_append`: what is no vector is replaced by one of one item."""
    try:
        count, offset = compact_read(vector or b"\x00", 0)
    except DecodeError:
        return compact_encode(1) + item
    return compact_encode(count + 1) + (vector or b"\x00")[offset:] + item


class OverlayMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.overlay = Overlay(Flat(BELOW))
        self.model = dict(BELOW)
        self.saved: list[dict[bytes, bytes]] = []

    @rule(key=keys, value=values)
    def set(self, key: bytes, value: bytes) -> None:
        self.overlay.set(key, value)
        self.model[key] = value

    @rule(key=keys)
    def delete(self, key: bytes) -> None:
        self.overlay.delete(key)
        self.model.pop(key, None)

    @rule(key=keys, items=st.lists(values, min_size=1, max_size=3))
    def append(self, key: bytes, items: list[bytes]) -> None:
        for item in items:
            self.overlay.append(key, item)
            self.model[key] = appended(self.model.get(key), item)

    @rule(key=keys)
    def read(self, key: bytes) -> None:
        assert self.overlay.get(key) == self.model.get(key)
        assert self.overlay.exists(key) == (key in self.model)
        assert self.overlay.next_key(key) == min((k for k in self.model if k > key), default=None)

    @rule(prefix=keys, limit=st.one_of(st.none(), st.integers(0, 4)))
    def clear_prefix(self, prefix: bytes, limit: int | None) -> None:
        doomed = sorted(key for key in self.model if key.startswith(prefix))
        gone = doomed[:limit]
        assert self.overlay.clear_prefix(prefix, limit) == (len(gone), len(gone) == len(doomed))
        for key in gone:
            del self.model[key]

    @rule()
    def begin(self) -> None:
        self.overlay.begin()
        self.saved.append(dict(self.model))

    @precondition(lambda self: self.saved)
    @rule()
    def commit(self) -> None:
        self.overlay.commit()
        self.saved.pop()

    @precondition(lambda self: self.saved)
    @rule()
    def rollback(self) -> None:
        self.overlay.rollback()
        self.model = self.saved.pop()

    @invariant()
    def changes_are_the_difference(self) -> None:
        assert self.overlay.changes() == {
            key: self.model.get(key)
            for key in {*BELOW, *self.model}
            if BELOW.get(key) != self.model.get(key)
        }
        assert self.overlay.depth == len(self.saved)


TestOverlay = OverlayMachine.TestCase
TestOverlay.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


def test_order_is_kept_over_more_keys_than_are_read_ahead() -> None:
    content = {bytes([n // 256, n % 256]): b"x" for n in range(3 * overlays.READ_AHEAD)}
    overlay = Overlay(Flat(content))
    overlay.set(b"\x00\x40\x00", b"between")
    walked, key = [], overlay.next_key(b"")
    while key is not None:
        walked.append(key)
        key = overlay.next_key(key)
    assert walked == sorted([*content, b"\x00\x40\x00"])


def test_append_counts_and_keeps_what_is_there() -> None:
    overlay = Overlay(Flat({b"events": compact_encode(63) + b"x" * 63, b"other": b"\xff"}))
    overlay.append(b"events", b"y")
    overlay.append(b"new", b"z")
    overlay.append(b"other", b"w")
    assert overlay.get(b"events") == compact_encode(64) + b"x" * 63 + b"y"
    assert overlay.get(b"new") == compact_encode(1) + b"z"
    assert overlay.get(b"other") == compact_encode(1) + b"w"


def test_reads_do_not_count_as_changes_and_writes_move_the_revision() -> None:
    overlay = Overlay(Flat({b"a": b"1"}))
    overlay.get(b"a")
    assert overlay.revision == 0
    overlay.set(b"a", b"1")
    assert overlay.revision == 1
    assert overlay.changes() == {}


@pytest.mark.parametrize("count", [2**32 - 1, 2**32, 2**500])
def test_a_vector_that_cannot_take_one_more_is_begun_anew(count):
    overlay = Overlay(Flat({b"k": compact_encode(count)}))
    overlay.append(b"k", b"x")
    assert overlay.get(b"k") == compact_encode(1) + b"x"


def test_what_is_held_counts_what_an_undoing_needs_too():
    overlay = Overlay(Flat({}))
    overlay.set(b"k", bytes(100))
    overlay.begin()
    overlay.set(b"k", bytes(50))
    overlay.append(b"v", bytes(10))
    assert 160 <= overlay.held_bytes <= 170
    overlay.rollback()
    assert overlay.held_bytes == 101
