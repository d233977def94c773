"""xxHash64 and BLAKE2b in WebAssembly: more than half of a runtime's calls to its host.

Storage keys need about a hundred of these hashes per extrinsic, and a hash of a few bytes takes
less time than a call to Python. The text is part of the module in `environment.py`. It uses the
runtime's memory `$heap`, and a page of `$lists`, which no runtime can access, after the heads of
the allocator's lists.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

# Offsets in the page, whose first 92 bytes are the allocator's.
_STATE: Final = 256
_WORK: Final = 320
_BLOCK: Final = 448
_INITIAL: Final = 1024
_ORDER: Final = 1152
_ROUNDS: Final = 12

# The fractional parts of the square roots of the first primes, as in SHA-512 (RFC 7693, 2.6).
_IV: Final = (
    *(0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1),
    *(0x510E527FADE682D1, 0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179),
)

# The order of the block's words in each round (RFC 7693, 2.7).
_SIGMA: Final = (
    "0123456789abcdef",
    "ea489fd61c02b753",
    "b8c052fdae367194",
    "7931dcbe265a40f8",
    "905724afe1bc683d",
    "2c6a0b834d75fe19",
    "c51fed4a0763928b",
    "db7ec13950f4862a",
    "6fe9b308c2d714a5",
    "a2847615fb9e3cd0",
)
_COLUMNS_AND_DIAGONALS: Final = (
    *((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15)),
    *((0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)),
)


def _data() -> str:
    """The tables, as data segments."""
    order = bytes(8 * int(_SIGMA[turn % 10][at], 16) for turn in range(_ROUNDS) for at in range(16))
    return "".join(
        f'\n  (data (memory $lists) (i32.const {at}) "{_escaped(data)}")'
        for at, data in ((_INITIAL, struct.pack("<8Q", *_IV)), (_ORDER, order))
    )


def _escaped(data: bytes) -> str:
    return "".join(f"\\{byte:02x}" for byte in data)


def _round() -> Iterator[str]:
    """The eight mixings of a round; `$order` is the address of its row of the table."""
    for turn, words in enumerate(_COLUMNS_AND_DIAGONALS):
        places = " ".join(f"(i32.const {_WORK + 8 * word})" for word in words)
        first, second = (
            f"(i64.load $lists offset={_BLOCK}"
            f" (i32.load8_u $lists offset={2 * turn + more} (local.get $order)))"
            for more in (0, 1)
        )
        yield f"\n      (call $mix {places} {first} {second})"


def _folding() -> Iterator[str]:
    """The XOR of both halves of the work vector into the state."""
    for at in range(0, 64, 8):
        yield f"""
    (i64.store $lists (i32.const {_STATE + at}) (i64.xor
      (i64.load $lists (i32.const {_STATE + at})) (i64.xor
        (i64.load $lists (i32.const {_WORK + at}))
        (i64.load $lists (i32.const {_WORK + 64 + at})))))"""


def _mixing() -> Iterator[str]:
    """The function G of BLAKE2b, as two halves with different rotations."""
    for word, (far, near) in (("$x", (32, 24)), ("$y", (16, 63))):
        yield f"""
    (local.set $va (i64.add (i64.add (local.get $va) (local.get $vb)) (local.get {word})))
    (local.set $vd (i64.rotr (i64.xor (local.get $vd) (local.get $va)) (i64.const {far})))
    (local.set $vc (i64.add (local.get $vc) (local.get $vd)))
    (local.set $vb (i64.rotr (i64.xor (local.get $vb) (local.get $vc)) (i64.const {near})))"""


_BLAKE2: Final = f"""
  (func $mix (param $a i32) (param $b i32) (param $c i32) (param $d i32)
             (param $x i64) (param $y i64)
    (local $va i64) (local $vb i64) (local $vc i64) (local $vd i64)
    (local.set $va (i64.load $lists (local.get $a)))
    (local.set $vb (i64.load $lists (local.get $b)))
    (local.set $vc (i64.load $lists (local.get $c)))
    (local.set $vd (i64.load $lists (local.get $d)))
    {"".join(_mixing())}
    (i64.store $lists (local.get $a) (local.get $va))
    (i64.store $lists (local.get $b) (local.get $vb))
    (i64.store $lists (local.get $c) (local.get $vc))
    (i64.store $lists (local.get $d) (local.get $vd)))

  ;; Compress the block into the state; `$so_far` counts the bytes up to its end.
  (func $compress (param $so_far i64) (param $is_last i64)
    (local $order i32)
    (memory.copy $lists $lists (i32.const {_WORK}) (i32.const {_STATE}) (i32.const 64))
    (memory.copy $lists $lists (i32.const {_WORK + 64}) (i32.const {_INITIAL}) (i32.const 64))
    (i64.store $lists (i32.const {_WORK + 96})
      (i64.xor (i64.load $lists (i32.const {_WORK + 96})) (local.get $so_far)))
    (i64.store $lists (i32.const {_WORK + 112})
      (i64.xor (i64.load $lists (i32.const {_WORK + 112})) (local.get $is_last)))
    (local.set $order (i32.const {_ORDER}))
    (loop $next{"".join(_round())}
      (local.set $order (i32.add (local.get $order) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $order) (i32.const {_ORDER + 16 * _ROUNDS})))){
    "".join(_folding())
})

  (func $blake2 (param $data i64) (param $size i32) (result i32)
    (local $at i32) (local $left i32) (local $so_far i64) (local $out i32)
    (local.set $at (i32.wrap_i64 (local.get $data)))
    (local.set $left (i32.wrap_i64 (i64.shr_u (local.get $data) (i64.const 32))))
    (memory.copy $lists $lists (i32.const {_STATE}) (i32.const {_INITIAL}) (i32.const 64))
    (i64.store $lists (i32.const {_STATE}) (i64.xor
      (i64.load $lists (i32.const {_STATE}))
      (i64.extend_i32_u (i32.xor (i32.const 0x01010000) (local.get $size)))))
    (block $ends (loop $next
      (br_if $ends (i32.le_u (local.get $left) (i32.const 128)))
      (memory.copy $lists $heap (i32.const {_BLOCK}) (local.get $at) (i32.const 128))
      (local.set $so_far (i64.add (local.get $so_far) (i64.const 128)))
      (call $compress (local.get $so_far) (i64.const 0))
      (local.set $at (i32.add (local.get $at) (i32.const 128)))
      (local.set $left (i32.sub (local.get $left) (i32.const 128)))
      (br $next)))
    (memory.fill $lists (i32.const {_BLOCK}) (i32.const 0) (i32.const 128))
    (memory.copy $lists $heap (i32.const {_BLOCK}) (local.get $at) (local.get $left))
    (call $compress
      (i64.add (local.get $so_far) (i64.extend_i32_u (local.get $left))) (i64.const -1))
    (local.set $out (call $malloc (local.get $size)))
    (memory.copy $heap $lists (local.get $out) (i32.const {_STATE}) (local.get $size))
    (local.get $out))

  (func (export "ext_hashing_blake2_128_version_1") (param $data i64) (result i32)
    (call $blake2 (local.get $data) (i32.const 16)))
  (func (export "ext_hashing_blake2_256_version_1") (param $data i64) (result i32)
    (call $blake2 (local.get $data) (i32.const 32)))
"""

_P1: Final = 0x9E3779B185EBCA87
_P2: Final = 0xC2B2AE3D27D4EB4F
_P3: Final = 0x165667B19E3779F9
_P4: Final = 0x85EBCA77C2B2AE63
_P5: Final = 0x27D4EB2F165667C5
_LANES: Final = ("$a", "$b", "$c", "$d")


def _stripe() -> Iterator[str]:
    """The round of the four lanes over 32 bytes."""
    for offset, lane in zip(range(0, 32, 8), _LANES, strict=True):
        yield f"""
        (local.set {lane} (call $turn (local.get {lane})
          (i64.load $heap offset={offset} (local.get $at))))"""


def _merging() -> Iterator[str]:
    for lane in _LANES:
        yield f"""
        (local.set $hash (i64.add (i64.const {_P4}) (i64.mul (i64.const {_P1})
          (i64.xor (local.get $hash) (call $turn (i64.const 0) (local.get {lane}))))))"""


_XXHASH: Final = f"""
  (func $turn (param $lane i64) (param $word i64) (result i64)
    (i64.mul (i64.const {_P1}) (i64.rotl
      (i64.add (local.get $lane) (i64.mul (local.get $word) (i64.const {_P2})))
      (i64.const 31))))

  (func $xxhash (param $data i64) (param $seed i64) (result i64)
    (local $at i32) (local $left i32) (local $hash i64)
    (local $a i64) (local $b i64) (local $c i64) (local $d i64)
    (local.set $at (i32.wrap_i64 (local.get $data)))
    (local.set $left (i32.wrap_i64 (i64.shr_u (local.get $data) (i64.const 32))))
    (local.set $hash (i64.add (local.get $seed) (i64.const {_P5})))
    (if (i32.ge_u (local.get $left) (i32.const 32))
      (then
        (local.set $b (i64.add (local.get $seed) (i64.const {_P2})))
        (local.set $a (i64.add (local.get $b) (i64.const {_P1})))
        (local.set $c (local.get $seed))
        (local.set $d (i64.sub (local.get $seed) (i64.const {_P1})))
        (loop $next{"".join(_stripe())}
          (local.set $at (i32.add (local.get $at) (i32.const 32)))
          (local.set $left (i32.sub (local.get $left) (i32.const 32)))
          (br_if $next (i32.ge_u (local.get $left) (i32.const 32))))
        (local.set $hash (i64.add
          (i64.add (i64.rotl (local.get $a) (i64.const 1))
                   (i64.rotl (local.get $b) (i64.const 7)))
          (i64.add (i64.rotl (local.get $c) (i64.const 12))
                   (i64.rotl (local.get $d) (i64.const 18))))){"".join(_merging())}))
    (local.set $hash (i64.add (local.get $hash)
      (i64.shr_u (local.get $data) (i64.const 32))))
    (call $rest (local.get $at) (local.get $left) (local.get $hash)))

  ;; The last bytes, fewer than 32, by eight, four and one, and the final mixing.
  (func $rest (param $at i32) (param $left i32) (param $hash i64) (result i64)
    (block $ends (loop $next
      (br_if $ends (i32.lt_u (local.get $left) (i32.const 8)))
      (local.set $hash (i64.add (i64.const {_P4}) (i64.mul (i64.const {_P1}) (i64.rotl
        (i64.xor (local.get $hash)
          (call $turn (i64.const 0) (i64.load $heap (local.get $at)))) (i64.const 27)))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (local.set $left (i32.sub (local.get $left) (i32.const 8)))
      (br $next)))
    (if (i32.ge_u (local.get $left) (i32.const 4))
      (then
        (local.set $hash (i64.add (i64.const {_P3}) (i64.mul (i64.const {_P2}) (i64.rotl
          (i64.xor (local.get $hash)
            (i64.mul (i64.load32_u $heap (local.get $at)) (i64.const {_P1})))
          (i64.const 23)))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (local.set $left (i32.sub (local.get $left) (i32.const 4)))))
    (block $ends (loop $next
      (br_if $ends (i32.eqz (local.get $left)))
      (local.set $hash (i64.mul (i64.const {_P1}) (i64.rotl
        (i64.xor (local.get $hash)
          (i64.mul (i64.load8_u $heap (local.get $at)) (i64.const {_P5}))) (i64.const 11))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (local.set $left (i32.sub (local.get $left) (i32.const 1)))
      (br $next)))
    (local.set $hash (i64.mul (i64.const {_P2}) (i64.xor (local.get $hash)
      (i64.shr_u (local.get $hash) (i64.const 33)))))
    (local.set $hash (i64.mul (i64.const {_P3}) (i64.xor (local.get $hash)
      (i64.shr_u (local.get $hash) (i64.const 29)))))
    (i64.xor (local.get $hash) (i64.shr_u (local.get $hash) (i64.const 32))))

  (func (export "ext_hashing_twox_64_version_1") (param $data i64) (result i32)
    (local $out i32) (local $hash i64)
    (local.set $hash (call $xxhash (local.get $data) (i64.const 0)))
    (local.set $out (call $malloc (i32.const 8)))
    (i64.store $heap (local.get $out) (local.get $hash))
    (local.get $out))
  (func (export "ext_hashing_twox_128_version_1") (param $data i64) (result i32)
    (local $out i32) (local $hash i64) (local $other i64)
    (local.set $hash (call $xxhash (local.get $data) (i64.const 0)))
    (local.set $other (call $xxhash (local.get $data) (i64.const 1)))
    (local.set $out (call $malloc (i32.const 16)))
    (i64.store $heap (local.get $out) (local.get $hash))
    (i64.store $heap offset=8 (local.get $out) (local.get $other))
    (local.get $out))
"""

TEXT: Final = _data() + _BLAKE2 + _XXHASH
"""The hash functions; they use the memories `$heap` and `$lists`, and allocate with `$malloc`."""
