"""The heap: the addresses that Substrate's allocator gives, and what it refuses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wasmtime import Module, Store

from local_node.runtime.boundary import RuntimePanic
from local_node.runtime.wasm.allocator import REASONS
from local_node.runtime.wasm.binding import Function, HostLinker, Trapped
from local_node.runtime.wasm.engine import engine
from local_node.runtime.wasm.environment import BEGIN, HEAP, environment
from local_node.runtime.wasm.linking import FREE, MALLOC, allocation_failed
from tests.unit.local_node.runtime.wasm.support import Bench, module

PAGE = 65536


class Heap:
    """The allocator on a memory of its own."""

    def __init__(self, base: int = 0, pages: int = 1, most: int = 1) -> None:
        self.failures: list[BaseException] = []
        store = Store(engine())
        store.set_epoch_deadline(1 << 32)  # no guard watches it
        store.set_fuel(10**9)
        linker = HostLinker(engine(), self.failures.append)
        linker.define(*allocation_failed())
        module = Module(engine(), environment([], pages, most))
        self._instance = linker.instantiate(store, module)
        memory = self._instance.memory(HEAP)
        assert memory is not None
        self.memory = memory
        begin, self.malloc, self.free = map(self._function, (BEGIN, MALLOC, FREE))
        begin(base, most)

    def _function(self, name: str) -> Function:
        found = self._instance.function(name)
        assert found is not None
        return found

    def fails(self, reason: str) -> None:
        assert str(self.failures.pop()) == f"allocator: {reason}"


def test_blocks_stand_behind_their_headers_one_after_another() -> None:
    heap = Heap(base=13)
    assert [heap.malloc(size) for size in (1, 9, 1, 0)] == [24, 40, 64, 80]


def test_a_block_that_was_freed_comes_back_first() -> None:
    heap = Heap()
    first, second, third = (heap.malloc(8) for _ in range(3))
    for block in (first, second, third):
        heap.free(block)
    assert [heap.malloc(n) for n in (8, 3, 5)] == [third, second, first]
    assert heap.malloc(9) == third + 16


def test_the_header_has_the_order_of_a_block_and_the_link_of_a_free_one() -> None:
    heap = Heap()
    first, second = heap.malloc(16), heap.malloc(16)
    assert heap.memory.read(first - 8, 8) == bytes((1, 0, 0, 0, 1, 0, 0, 0))
    heap.free(first)
    assert heap.memory.read(first - 8, 8) == b"\xff" * 4 + bytes(4)
    heap.free(second)
    assert heap.memory.read(second - 8, 8) == (first - 8).to_bytes(8, "little")


def test_the_heap_ends_where_the_memory_does() -> None:
    heap = Heap()
    assert heap.malloc(PAGE // 2 - 8) == 8
    with pytest.raises(Trapped):
        heap.malloc(PAGE // 2)
    heap.fails("the heap is full")


def test_memory_doubles_until_it_may_grow_no_more() -> None:
    heap = Heap(pages=2, most=7)
    heap.malloc(PAGE)
    heap.malloc(PAGE)
    assert len(heap.memory.read(0, 4 * PAGE)) == 4 * PAGE
    heap.malloc(2 * PAGE)
    assert len(heap.memory.read(0, 7 * PAGE)) == 7 * PAGE
    with pytest.raises(Trapped):
        heap.malloc(4 * PAGE)
    heap.fails("the heap is full")


def test_a_block_has_32_mebibytes_at_most() -> None:
    heap = Heap(pages=1, most=1024)
    assert heap.malloc(1 << 25) == 8
    with pytest.raises(Trapped):
        heap.malloc((1 << 25) + 1)
    heap.fails("the requested allocation is larger than 32 MiB")


@pytest.mark.parametrize(
    ("pointer", "reason"),
    [
        (0, "the freed pointer is outside the heap"),
        (7, "the freed pointer is outside the heap"),
        (PAGE + 8, "the freed pointer is outside the heap"),
        (2**32 - 1, "the freed pointer is outside the heap"),
        (512, "the freed pointer belongs to no allocated block"),
    ],
)
def test_foreign_pointers_are_refused(pointer: int, reason: str) -> None:
    heap = Heap()
    heap.malloc(8)
    with pytest.raises(Trapped):
        heap.free(pointer)
    heap.fails(reason)


def test_a_block_is_freed_once() -> None:
    heap = Heap()
    block = heap.malloc(8)
    heap.free(block)
    with pytest.raises(Trapped):
        heap.free(block)
    heap.fails("the freed pointer belongs to no allocated block")


def test_a_forged_header_frees_no_more_than_was_allocated() -> None:
    heap = Heap()
    block = heap.malloc(64)
    heap.memory.write(block + 8, bytes((4, 0, 0, 0, 1, 0, 0, 0)))
    with pytest.raises(Trapped):
        heap.free(block + 16)
    heap.fails("more bytes are freed than were allocated")


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        (PAGE, "a free list points outside the memory"),
        (0, "a free list points to an allocated block"),
    ],
)
def test_a_list_that_was_tampered_with_is_not_followed(link: int, reason: str) -> None:
    heap = Heap()
    taken, free = heap.malloc(8), heap.malloc(8)
    assert taken == 8
    heap.free(free)
    heap.memory.write(free - 8, link.to_bytes(8, "little"))
    assert heap.malloc(8) == free
    with pytest.raises(Trapped):
        heap.malloc(8)
    heap.fails(reason)


def test_every_reason_has_been_seen() -> None:
    assert len(REASONS) == 7


@given(st.lists(st.tuples(st.integers(0, 400), st.booleans()), max_size=120))
def test_blocks_never_overlap(requests: list[tuple[int, bool]]) -> None:
    heap = Heap(base=100, pages=1, most=16)
    taken: dict[int, int] = {}
    for size, frees in requests:
        if frees and taken:
            at = sorted(taken)[size % len(taken)]
            heap.free(at)
            del taken[at]
        else:
            at = heap.malloc(size)
            assert at % 8 == 0
            assert all(at + size <= other - 8 or at >= other + n for other, n in taken.items())
            taken[at] = max(size, 1)


def test_exhaustion_ends_the_call_with_a_reason(bench: Bench) -> None:
    code = module(
        '(import "env" "ext_allocator_malloc_version_1" (func $malloc (param i32) (result i32)))',
        """(func (export "run") (param i32 i32) (result i64)
             (loop $again (drop (call $malloc (i32.const 1000000))) (br $again))
             unreachable)""",
    )
    with pytest.raises(RuntimePanic, match="allocator: the heap is full"):
        bench.call(code, heap_pages=64)


def test_a_foreign_pointer_ends_the_call_with_a_reason(bench: Bench) -> None:
    code = module(
        '(import "env" "ext_allocator_free_version_1" (func $free (param i32)))',
        """(func (export "run") (param i32 i32) (result i64)
             (call $free (i32.const 4096)) (i64.const 0))""",
    )
    with pytest.raises(RuntimePanic, match="allocator: the freed pointer"):
        bench.call(code)
