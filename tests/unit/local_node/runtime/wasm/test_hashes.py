"""Hashes in WebAssembly, against those of libraries."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable

import pytest
import xxhash

from local_node.runtime.boundary import RuntimePanic
from tests.unit.local_node.runtime.wasm.support import Bench, module, step

LIBRARIES: dict[str, Callable[[bytes], bytes]] = {
    "twox_64": lambda data: xxhash.xxh64(data, 0).digest()[::-1],
    "twox_128": lambda data: b"".join(xxhash.xxh64(data, n).digest()[::-1] for n in range(2)),
    "blake2_128": lambda data: hashlib.blake2b(data, digest_size=16).digest(),
    "blake2_256": lambda data: hashlib.blake2b(data, digest_size=32).digest(),
}


@pytest.mark.parametrize("name", LIBRARIES)
def test_hashes_in_webassembly_at_every_length(bench: Bench, name: str) -> None:
    """Blocks have 128 bytes, stripes 32, and what is left of them has its own ways."""
    data = random.Random(1).randbytes(400)
    inputs = [data[:length] for length in range(400)] + [b"\xff" * 129, bytes(256)]
    digest = LIBRARIES[name]
    size = len(digest(b""))
    asked = [step(f"ext_hashing_{name}_version_1", each, gives=size) for each in inputs]
    assert bench.run(*asked) == [digest(each) for each in inputs]


@pytest.mark.parametrize("name", LIBRARIES)
@pytest.mark.parametrize(("pointer", "length"), [(0xFFFF_FFF0, 64), (16, 0xFFFF_FF00)])
def test_what_lies_outside_is_not_hashed(
    bench: Bench, name: str, pointer: int, length: int
) -> None:
    code = module(
        f'(import "env" "ext_hashing_{name}_version_1" (func $hash (param i64) (result i32)))',
        f"""(func (export "run") (param i32 i32) (result i64)
              (drop (call $hash (i64.const {length << 32 | pointer}))) (call $answer))""",
    )
    with pytest.raises(RuntimePanic, match="out of bounds"):
        bench.call(code)
