"""SHA-256 in a kernel against `hashlib`."""

from __future__ import annotations

import ctypes
import hashlib
import random
import struct
from collections.abc import Callable

import pytest

from btsdk.pow.native import sha256
from btsdk.pow.native.words import Word, Words
from tests.unit.btsdk.pow.native.running import Program

LANES = 4


def hasher(blocks: int) -> Callable[[bytes, list[int]], list[bytes]]:
    """Hashes of a padded message whose first word is replaced by each of `LANES` words."""
    words = Words(LANES)
    message = [Word("%lows", uniform=False)]
    for index in range(1, 16 * blocks):
        words.before += [
            f"%p{index} = getelementptr i32, ptr %words, i64 {index}",
            f"%m{index} = load i32, ptr %p{index}",
        ]
        message.append(Word(f"%m{index}"))
    digest = sha256.digest(words, message)
    stores = []
    for index, word in enumerate(digest):
        stores += [
            f"%o{index} = getelementptr i32, ptr %out, i64 {LANES * index}",
            f"store {words.vector} {words.of(word, uniform=False)}, ptr %o{index}, align 4",
        ]
    source = "\n".join(
        [
            "define void @run(ptr %words, ptr %firsts, ptr %out) {",
            f"%lows = load {words.vector}, ptr %firsts, align 4",
            *words.before,
            *words.inside,
            *stores,
            "ret void",
            "}",
            "declare i32 @llvm.fshr.i32(i32, i32, i32)",
            f"declare {words.vector} @llvm.fshr.v{LANES}i32({', '.join([words.vector] * 3)})",
        ]
    )
    program = Program(source, "run", 3)

    def run(padded: bytes, firsts: list[int]) -> list[bytes]:
        count = len(padded) // 4
        out = (ctypes.c_uint32 * (8 * LANES))()
        program(
            (ctypes.c_uint32 * count)(*struct.unpack(f">{count}I", padded)),
            (ctypes.c_uint32 * LANES)(*firsts),
            out,
        )
        return [struct.pack(">8I", *out[lane::LANES]) for lane in range(LANES)]

    return run


@pytest.mark.parametrize(("blocks", "length"), [(1, 40), (2, 64), (3, 131)])
def test_digests_are_those_of_hashlib(blocks: int, length: int) -> None:
    hashed = hasher(blocks)
    source = random.Random(length)
    for _ in range(20):
        message = source.randbytes(length)
        padded = message + b"\x80" + bytes(-(length + 9) % 64) + (8 * length).to_bytes(8, "big")
        firsts = [source.getrandbits(32) for _ in range(LANES)]
        wanted = [
            hashlib.sha256(first.to_bytes(4, "big") + message[4:]).digest() for first in firsts
        ]
        assert hashed(padded, firsts) == wanted
