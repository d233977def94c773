"""The freeing bump allocator that Substrate's hosts give to runtimes, written in WebAssembly.

A runtime allocates hundreds of times per extrinsic, and a call within WebAssembly is cheap. The
rules are those of Substrate's allocator, so that addresses are the same. Sizes are rounded up to a
power of two, 8 bytes to 32 MiB. An eight-byte header before each block holds its order while it is
allocated, and a link to the next free block of its order while it is free. A block of an order
without free blocks is taken from the end of the heap. The memory doubles when it is full.

The heads of the free lists are in a separate memory that no runtime can access. The text is part of
the module in `environment.py`.
"""

from __future__ import annotations

from typing import Final

from btsdk.errors import BtError

FAIL: Final = ("host", "allocation_failed")
"""The import that is called with an index into `REASONS` before the allocator traps."""

REASONS: Final = (
    "the requested allocation is larger than 32 MiB",
    "the heap is full",
    "a free list points outside the memory",
    "a free list points to an allocated block",
    "the freed pointer is outside the heap",
    "the freed pointer belongs to no allocated block",
    "more bytes are freed than were allocated",
)


class AllocationFailed(BtError):
    """Raised when the heap is exhausted or a pointer does not belong to the allocator."""

    def __init__(self, code: int) -> None:
        super().__init__(f"allocator: {REASONS[code]}")


TEXT: Final = """
  (memory $lists 1)
  (global $bumper (mut i64) (i64.const 0))
  (global $most_pages (mut i64) (i64.const 0))
  (global $taken (mut i64) (i64.const 0))

  ;; Called once, before anything is allocated; every list is empty.
  (func (export "begin") (param $heap_base i32) (param $most_pages i32)
    (global.set $bumper
      (i64.and (i64.add (i64.extend_i32_u (local.get $heap_base)) (i64.const 7)) (i64.const -8)))
    (global.set $most_pages (i64.extend_i32_u (local.get $most_pages)))
    (memory.fill $lists (i32.const 0) (i32.const 0xff) (i32.const 92)))

  (func $fails (param $reason i32)
    (call $fail (local.get $reason))
    unreachable)

  (func $heap_bytes (result i64)
    (i64.shl (i64.extend_i32_u (memory.size $heap)) (i64.const 16)))

  (func $malloc (export "ext_allocator_malloc_version_1") (param $size i32) (result i32)
    (local $order i32) (local $header i32) (local $length i64) (local $found i64)
    (if (i32.gt_u (local.get $size) (i32.const 0x2000000))
      (then (call $fails (i32.const 0))))
    (if (i32.lt_u (local.get $size) (i32.const 8))
      (then (local.set $size (i32.const 8))))
    (local.set $order
      (i32.sub (i32.const 29) (i32.clz (i32.sub (local.get $size) (i32.const 1)))))
    (local.set $length
      (i64.add (i64.shl (i64.const 8) (i64.extend_i32_u (local.get $order))) (i64.const 8)))
    (local.set $header (i32.load $lists (i32.shl (local.get $order) (i32.const 2))))
    (if (i32.eq (local.get $header) (i32.const -1))
      (then (local.set $header (call $bump (local.get $length))))
      (else
        (if (i64.gt_u (i64.add (i64.extend_i32_u (local.get $header)) (local.get $length))
                      (call $heap_bytes))
          (then (call $fails (i32.const 2))))
        (local.set $found (i64.load $heap (local.get $header)))
        (if (i64.ne (i64.and (local.get $found) (i64.const 0x100000000)) (i64.const 0))
          (then (call $fails (i32.const 3))))
        (i32.store $lists (i32.shl (local.get $order) (i32.const 2))
          (i32.wrap_i64 (local.get $found)))))
    (i64.store $heap (local.get $header)
      (i64.or (i64.const 0x100000000) (i64.extend_i32_u (local.get $order))))
    (global.set $taken (i64.add (global.get $taken) (local.get $length)))
    (i32.add (local.get $header) (i32.const 8)))

  (func (export "ext_allocator_free_version_1") (param $pointer i32)
    (local $header i32) (local $found i64) (local $order i32) (local $length i64)
    (if (i32.or (i32.lt_u (local.get $pointer) (i32.const 8))
                (i64.gt_u (i64.extend_i32_u (local.get $pointer)) (call $heap_bytes)))
      (then (call $fails (i32.const 4))))
    (local.set $header (i32.sub (local.get $pointer) (i32.const 8)))
    (local.set $found (i64.load $heap (local.get $header)))
    (local.set $order (i32.wrap_i64 (local.get $found)))
    (if (i32.or
          (i64.eqz (i64.and (local.get $found) (i64.const 0x100000000)))
          (i32.ge_u (local.get $order) (i32.const 23)))
      (then (call $fails (i32.const 5))))
    (i64.store $heap (local.get $header)
      (i64.extend_i32_u (i32.load $lists (i32.shl (local.get $order) (i32.const 2)))))
    (i32.store $lists (i32.shl (local.get $order) (i32.const 2)) (local.get $header))
    (local.set $length
      (i64.add (i64.shl (i64.const 8) (i64.extend_i32_u (local.get $order))) (i64.const 8)))
    (if (i64.lt_u (global.get $taken) (local.get $length))
      (then (call $fails (i32.const 6))))
    (global.set $taken (i64.sub (global.get $taken) (local.get $length))))

  ;; So many bytes at the end of the heap, which grows by doubling.
  (func $bump (param $length i64) (result i32)
    (local $end i64) (local $pages i64) (local $wanted i64) (local $result i32)
    (local.set $end (i64.add (global.get $bumper) (local.get $length)))
    (if (i64.gt_u (local.get $end) (call $heap_bytes))
      (then
        (local.set $pages (i64.extend_i32_u (memory.size $heap)))
        (local.set $wanted
          (i64.shr_u (i64.add (local.get $end) (i64.const 65535)) (i64.const 16)))
        (if (i64.gt_u (local.get $wanted) (global.get $most_pages))
          (then (call $fails (i32.const 1))))
        (local.set $wanted (call $larger (local.get $wanted)
          (call $smaller (i64.shl (local.get $pages) (i64.const 1)) (global.get $most_pages))))
        (if (i32.eq (i32.const -1)
              (memory.grow $heap (i32.wrap_i64 (i64.sub (local.get $wanted) (local.get $pages)))))
          (then (call $fails (i32.const 1))))))
    (local.set $result (i32.wrap_i64 (global.get $bumper)))
    (global.set $bumper (local.get $end))
    (local.get $result))

  (func $larger (param i64 i64) (result i64)
    (select (local.get 0) (local.get 1) (i64.gt_u (local.get 0) (local.get 1))))
  (func $smaller (param i64 i64) (result i64)
    (select (local.get 0) (local.get 1) (i64.lt_u (local.get 0) (local.get 1))))
"""
"""The allocator's functions, for a module with the memory `$heap`."""
