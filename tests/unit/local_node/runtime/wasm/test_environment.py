"""The memory and the heap that a runtime is given."""

from __future__ import annotations

from tests.unit.local_node.runtime.wasm.support import Bench, module


def test_memory_ends_at_its_limit(bench: Bench) -> None:
    code = module(
        "",
        """(func (export "run") (param i32 i32) (result i64)
             (loop $again (br_if $again (i32.ne (memory.grow (i32.const 1)) (i32.const -1))))
             (i32.store (i32.const 64) (memory.size))
             (i64.const 0x400000040))""",
        heap_base=4096,
    )
    assert int.from_bytes(bench.call(code, heap_pages=10), "little") == 2 + 10


def test_the_chain_may_say_how_large_the_heap_is(bench: Bench) -> None:
    bench.ext.set(b":heappages", (3).to_bytes(8, "little"))
    code = module(
        "",
        """(func (export "run") (param i32 i32) (result i64)
             (i32.store (i32.const 64) (memory.grow (i32.const 3)))
             (i32.store (i32.const 68) (memory.grow (i32.const 1)))
             (i64.const 0x800000040))""",
        heap_base=4096,
    )
    assert bench.call(code) == (2).to_bytes(4, "little") + b"\xff" * 4
