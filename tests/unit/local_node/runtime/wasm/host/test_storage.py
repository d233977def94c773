"""The state as a compiled runtime sees it."""

from __future__ import annotations

from itertools import product

import pytest

from local_node.runtime.boundary import RuntimePanic
from tests.unit.local_node.runtime.wasm.support import (
    NONE,
    Bench,
    Room,
    number,
    some,
    some_u32,
    step,
)
from tests.unit.local_node.state import reference

GET = "ext_storage_get_version_1"
SET = "ext_storage_set_version_1"
READ = "ext_storage_read_version_1"
CLEAR = "ext_storage_clear_version_1"
EXISTS = "ext_storage_exists_version_1"
APPEND = "ext_storage_append_version_1"
NEXT = "ext_storage_next_key_version_1"
START = "ext_storage_start_transaction_version_1"
ROLLBACK = "ext_storage_rollback_transaction_version_1"
COMMIT = "ext_storage_commit_transaction_version_1"
CLEAR_PREFIX = "ext_storage_clear_prefix_version_"


@pytest.mark.parametrize("value", [b"", b"x", b"v" * 33, b"huge" * 300_000], ids=len)
def test_a_value_comes_back_as_it_was_written(bench: Bench, value: bytes) -> None:
    assert bench.run(step(SET, b"key", value), step(GET, b"key")) == [some(value)]
    assert bench.ext.get(b"key") == value


def test_what_is_not_there_is_none_and_an_empty_value_is_there(bench: Bench) -> None:
    found = bench.run(
        step(GET, b"key"),
        step(EXISTS, b"key"),
        step(SET, b"key", b""),
        step(EXISTS, b"key"),
        step(CLEAR, b"key"),
        step(EXISTS, b"key"),
        step(CLEAR, b"key"),
    )
    assert found[0] == NONE
    assert [number(answer) for answer in found[1:]] == [0, 1, 0]


@pytest.mark.parametrize(
    ("room", "offset", "told", "copied"),
    [
        (4, 0, 10, b"0123"),
        (10, 0, 10, b"0123456789"),
        (20, 0, 10, b"0123456789" + bytes(10)),
        (4, 8, 2, b"89\0\0"),
        (4, 10, 0, bytes(4)),
        (4, 99, 0, bytes(4)),
        (0, 3, 7, b""),
    ],
)
def test_read_copies_what_fits_and_tells_what_there_is(
    bench: Bench, room: int, offset: int, told: int, copied: bytes
) -> None:
    bench.ext.set(b"key", b"0123456789")
    assert bench.run(step(READ, b"key", Room(room), offset)) == [some_u32(told), copied]


def test_read_of_nothing_leaves_the_room_alone(bench: Bench) -> None:
    assert bench.run(step(READ, b"key", Room(3), 0)) == [NONE, bytes(3)]


def test_items_are_appended_to_a_vector(bench: Bench) -> None:
    bench.run(step(APPEND, b"events", b"aa"), step(APPEND, b"events", b"b"))
    assert bench.ext.get(b"events") == b"\x08aab"


def test_keys_follow_each_other_over_what_was_written_and_cleared(bench: Bench) -> None:
    bench.ext.set(b"b", b"1")
    found = bench.run(
        step(SET, b"a", b"1"),
        step(SET, b"c", b"1"),
        step(CLEAR, b"b"),
        step(NEXT, b""),
        step(NEXT, b"a"),
        step(NEXT, b"c"),
    )
    assert found == [some(b"a"), some(b"c"), NONE]


@pytest.mark.parametrize("ends", list(product([ROLLBACK, COMMIT], repeat=3)), ids=str)
def test_nested_transactions_end_in_every_order(bench: Bench, ends: tuple[str, ...]) -> None:
    """Three of them, each with a key of its own and one in common; the innermost ends first."""
    steps = []
    for depth in range(3):
        mine = b"%d" % depth
        steps += [step(START), step(SET, b"own" + mine, mine), step(SET, b"common", mine)]
    steps += [step(end) for end in ends]
    bench.run(*steps)
    kept = [depth for depth in range(3) if all(end == COMMIT for end in ends[2 - depth :])]
    expected = {b"own%d" % depth: b"%d" % depth for depth in kept}
    if kept:
        expected[b"common"] = b"%d" % kept[-1]
    assert bench.ext.changes() == expected
    assert bench.ext.depth == 0


@pytest.mark.parametrize("end", [ROLLBACK, COMMIT])
def test_a_transaction_of_the_host_is_not_the_runtimes_to_end(bench: Bench, end: str) -> None:
    bench.ext.begin()
    with pytest.raises(RuntimePanic, match="no open transaction"):
        bench.run(step(end))
    assert bench.ext.depth == 1


def test_what_is_left_open_is_rolled_back(bench: Bench) -> None:
    bench.run(step(SET, b"a", b"1"), step(START), step(SET, b"a", b"2"), step(START))
    assert (bench.ext.get(b"a"), bench.ext.depth) == (b"1", 0)


# Prefixes


def committed(bench: Bench, *keys: bytes) -> None:
    """Let the state below hold these keys."""
    bench.ext = bench.fresh()
    for key in keys:
        bench.ext.set(key, b"v")
    update = bench.ext.update()
    from local_node.state.store import StoredBlock

    block = StoredBlock(b"\1" * 32, bytes(32), 0, update.root, b"", b"")
    bench.store.commit(block, update, bench.ext.changes())
    bench.ext = bench.over(update.root)


def u32s(*numbers: int) -> bytes:
    return b"".join(one.to_bytes(4, "little") for one in numbers)


@pytest.mark.parametrize(
    ("limit", "answer"),
    [
        (NONE, b"\x00" + u32s(3)),
        (some_u32(0), b"\x01" + u32s(0)),
        (some_u32(2), b"\x01" + u32s(2)),
        (some_u32(3), b"\x00" + u32s(3)),
        (some_u32(9), b"\x00" + u32s(3)),
    ],
)
def test_a_limit_counts_keys_of_the_state_below(bench: Bench, limit: bytes, answer: bytes) -> None:
    committed(bench, b"p1", b"p2", b"p3", b"q")
    bench.ext.set(b"p0", b"only here")
    assert bench.one(CLEAR_PREFIX + "2", b"p", limit) == answer
    left = int.from_bytes(answer[1:], "little")
    assert bench.ext.get(b"p0") is None
    assert sum(bench.ext.exists(key) for key in (b"p1", b"p2", b"p3")) == 3 - left
    assert bench.ext.exists(b"q")


def test_the_full_account_has_a_cursor_to_go_on_from(bench: Bench) -> None:
    committed(bench, b"p1", b"p2", b"p3")
    bench.ext.set(b"p1", b"changed")
    bench.ext.set(b"p9", b"only here")
    first = bench.one(CLEAR_PREFIX + "3", b"p", some_u32(2), NONE)
    # of the four that go, three at once: two were written here, one lay below
    assert first == some(b"p3") + u32s(1, 3, 2)
    assert bench.one(CLEAR_PREFIX + "3", b"p", NONE, some(b"p3")) == NONE + u32s(1, 1, 1)
    assert bench.ext.next_key(b"") is None


def test_the_first_version_clears_everything_and_says_nothing(bench: Bench) -> None:
    committed(bench, b"p1", b"p2", b"q")
    assert bench.run(step(CLEAR_PREFIX + "1", b"p")) == []
    assert bench.ext.next_key(b"") == b"q"


@pytest.mark.parametrize("prefix", [b"", b":child", b":child_storage:default:x"])
def test_roots_of_child_tries_are_the_hosts(bench: Bench, prefix: bytes) -> None:
    place = b":child_storage:default:x"
    bench.ext.set(place, b"root")
    found = bench.run(
        step(SET, place, b"mine"),
        step(CLEAR, place),
        step(CLEAR_PREFIX + "2", prefix, NONE),
        step(GET, place),
    )
    assert found == [b"\x00" + u32s(0), some(b"root")]


# Roots


def test_roots_in_both_layouts(bench: Bench) -> None:
    items = {b"short": b"x", b"long": b"v" * 40}
    writes = [step(SET, key, value) for key, value in items.items()]
    found = bench.run(
        *writes,
        step("ext_storage_root_version_1"),
        step("ext_storage_root_version_2", 0),
        step("ext_storage_root_version_2", 1),
    )
    flat = reference.root(items, version=0)
    assert found == [flat, flat, reference.root(items)]


def test_there_are_no_other_layouts(bench: Bench) -> None:
    with pytest.raises(RuntimePanic, match="no state version 2"):
        bench.one("ext_storage_root_version_2", 2)


def test_the_roots_layout_is_that_of_the_nodes_that_are_kept(bench: Bench) -> None:
    bench.run(step(SET, b"long", b"v" * 40), step("ext_storage_root_version_2", 0))
    assert bench.ext.update().root == reference.root({b"long": b"v" * 40}, version=0)


def test_change_tries_are_absent(bench: Bench) -> None:
    assert bench.one("ext_storage_changes_root_version_1", bytes(32)) == NONE
