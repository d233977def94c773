"""Child tries: apart from each other and from the state, but one with its transactions."""

from __future__ import annotations

from local_node.state.store import StoredBlock
from local_node.state.trie import EMPTY_ROOT
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

CHILD = "ext_default_child_storage_"
GET, SET = CHILD + "get_version_1", CHILD + "set_version_1"
KILL, CLEAR_PREFIX, ROOT = CHILD + "storage_kill_version_", CHILD + "clear_prefix_version_", CHILD
NEXT = CHILD + "next_key_version_1"
PLACE = b":child_storage:default:"
STATE_ROOT = "ext_storage_root_version_2"


def u32s(*numbers: int) -> bytes:
    return b"".join(one.to_bytes(4, "little") for one in numbers)


def commit(bench: Bench, parent: bytes = bytes(32), name: bytes = b"\1") -> None:
    """Put what was written on disk, and go on from there."""
    root = bench.ext.root(1)
    update, changes = bench.ext.update(), bench.ext.changes()
    height = 0 if parent == bytes(32) else 1
    block = StoredBlock(name * 32, parent, height, root, b"", b"")
    bench.store.commit(block, update, changes)
    bench.ext = bench.over(root)


def test_values_live_in_their_own_child(bench: Bench) -> None:
    found = bench.run(
        step(SET, b"one", b"key", b"1"),
        step(SET, b"two", b"key", b""),
        step(GET, b"one", b"key"),
        step(GET, b"two", b"key"),
        step(GET, b"three", b"key"),
        step(CHILD + "exists_version_1", b"two", b"key"),
        step(CHILD + "clear_version_1", b"two", b"key"),
        step(CHILD + "exists_version_1", b"two", b"key"),
        step("ext_storage_get_version_1", b"key"),
    )
    assert found[:3] == [some(b"1"), some(b""), NONE]
    assert [number(found[3]), number(found[4])] == [1, 0]
    assert found[5] == NONE


def test_read_copies_a_part(bench: Bench) -> None:
    bench.ext.child(b"one").set(b"key", b"0123456789")
    read = step(CHILD + "read_version_1", b"one", b"key", Room(3), 4)
    assert bench.run(read) == [some_u32(6), b"456"]


def test_keys_of_one_child_never_lead_into_another(bench: Bench) -> None:
    for name in (b"a", b"b"):
        bench.ext.child(name).set(b"k" + name, b"v")
    commit(bench)
    bench.ext.child(b"a").set(b"kz", b"v")
    found = bench.run(step(NEXT, b"a", b""), step(NEXT, b"a", b"ka"), step(NEXT, b"a", b"kz"))
    assert found == [some(b"ka"), some(b"kz"), NONE]


def test_roots_of_children_stand_in_the_state(bench: Bench) -> None:
    items = {b"x": b"1", b"y": b"long" * 20}
    for key, value in items.items():
        bench.ext.child(b"one").set(key, value)
    bench.ext.set(b"top", b"1")
    child, flat, state = bench.run(
        step(CHILD + "root_version_2", b"one", 1),
        step(CHILD + "root_version_1", b"one"),
        step(STATE_ROOT, 1),
    )
    assert (child, flat) == (reference.root(items), reference.root(items, version=0))
    assert state == reference.root({b"top": b"1", PLACE + b"one": child})


def test_a_child_that_is_emptied_leaves_the_state(bench: Bench) -> None:
    bench.ext.child(b"one").set(b"x", b"1")
    bench.ext.set(b"top", b"1")
    commit(bench)
    assert bench.ext.exists(PLACE + b"one")
    found = bench.run(
        step(CHILD + "clear_version_1", b"one", b"x"),
        step(CHILD + "root_version_2", b"one", 1),
        step(STATE_ROOT, 1),
    )
    assert found == [EMPTY_ROOT, reference.root({b"top": b"1"})]


def test_children_are_on_disk_and_can_be_changed_there(bench: Bench) -> None:
    child = {b"key%d" % n: b"value %d" % n * 10 for n in range(40)}
    for key, value in child.items():
        bench.ext.child(b"one").set(key, value)
    commit(bench)
    assert bench.one(GET, b"one", b"key7") == some(child[b"key7"])
    bench.run(step(SET, b"one", b"key7", b"new"), step(CHILD + "clear_version_1", b"one", b"key8"))
    commit(bench, b"\1" * 32, b"\2")
    child[b"key7"] = b"new"
    del child[b"key8"]
    assert bench.ext.get(PLACE + b"one") == reference.root(child)
    assert bench.one(GET, b"one", b"key8") == NONE
    assert bench.store.check() == []


def test_transactions_take_children_with_them(bench: Bench) -> None:
    start = step("ext_storage_start_transaction_version_1")
    rollback = step("ext_storage_rollback_transaction_version_1")
    commit_it = step("ext_storage_commit_transaction_version_1")
    found = bench.run(
        start,
        step(SET, b"one", b"key", b"1"),
        start,
        step(SET, b"one", b"key", b"2"),
        rollback,
        step(GET, b"one", b"key"),
        commit_it,
        start,
        step(CHILD + "clear_version_1", b"one", b"key"),
        rollback,
        step(GET, b"one", b"key"),
    )
    assert found == [some(b"1"), some(b"1")]


def test_prefixes_and_limits(bench: Bench) -> None:
    for key in (b"p1", b"p2", b"p3", b"q"):
        bench.ext.child(b"one").set(key, b"v")
        bench.ext.child(b"two").set(key, b"v")
    commit(bench)
    found = bench.run(
        step(CLEAR_PREFIX + "2", b"one", b"p", some_u32(1)),
        step(CLEAR_PREFIX + "3", b"one", b"p", some_u32(1), some(b"p2")),
        step(CLEAR_PREFIX + "1", b"one", b"p"),
        step(NEXT, b"one", b""),
        step(NEXT, b"two", b""),
    )
    assert found[0] == b"\x01" + u32s(1)
    assert found[1] == some(b"p3") + u32s(1, 1, 1)
    assert found[2:] == [some(b"q"), some(b"p1")]


def test_the_four_ways_to_kill_a_child(bench: Bench) -> None:
    for name in (b"1", b"2", b"3", b"4"):
        for key in (b"a", b"b", b"c"):
            bench.ext.child(name).set(key, b"v")
    commit(bench)
    found = bench.run(
        step(KILL + "1", b"1"),
        step(KILL + "2", b"2", some_u32(2)),
        step(KILL + "2", b"2", NONE),
        step(KILL + "3", b"3", some_u32(2)),
        step(KILL + "4", b"4", some_u32(2), NONE),
        step(KILL + "4", b"4", NONE, some(b"c")),
        *(step(NEXT, name, b"") for name in (b"1", b"2", b"3", b"4")),
    )
    assert [number(found[0]), number(found[1])] == [0, 1]
    assert found[2] == b"\x01" + u32s(2)
    assert found[3:5] == [some(b"c") + u32s(2, 2, 2), NONE + u32s(1, 1, 1)]
    assert found[5:] == [NONE, NONE, some(b"c"), NONE]
