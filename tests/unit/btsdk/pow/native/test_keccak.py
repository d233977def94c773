"""Keccak in a kernel against the hash of `btsdk.keys`."""

from __future__ import annotations

import ctypes
import random
import struct

import pytest

from btsdk.keys.hashing import keccak_256
from btsdk.pow.native import keccak
from tests.unit.btsdk.pow.native.running import Program


@pytest.mark.parametrize("lanes", [2, 4, 8])
def test_the_last_lane_of_each_digest(lanes: int) -> None:
    kind = f"<{lanes} x i64>"
    loads = [
        line
        for n in range(4)
        for line in (
            f"%p{n} = getelementptr i64, ptr %in, i64 {lanes * n}",
            f"%m{n} = load {kind}, ptr %p{n}, align 8",
        )
    ]
    arguments = ", ".join(f"{kind} %m{n}" for n in range(4))
    source = "\n".join(
        [
            keccak.function(lanes),
            "define void @run(ptr %in, ptr %out) {",
            *loads,
            f"%top = call {kind} @keccak_top({arguments})",
            f"store {kind} %top, ptr %out, align 8",
            "ret void",
            "}",
            f"declare {kind} @llvm.fshl.v{lanes}i64({kind}, {kind}, {kind})",
            "attributes #0 = { nounwind }",
        ]
    )
    messages = [random.Random(lane).randbytes(32) for lane in range(lanes)]
    rows = zip(*(struct.unpack("<4Q", message) for message in messages), strict=True)
    out = (ctypes.c_uint64 * lanes)()
    flat = [value for row in rows for value in row]
    Program(source, "run", 2)((ctypes.c_uint64 * (4 * lanes))(*flat), out)
    assert list(out) == [int.from_bytes(keccak_256(message)[24:], "little") for message in messages]
