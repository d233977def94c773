"""Hashes, against digests published elsewhere."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable

import pytest
import xxhash

from local_node.runtime.boundary import RuntimePanic
from tests.unit.local_node.runtime.wasm.support import Bench, module, step

HUGE = b"a" * 1_000_000


@pytest.mark.parametrize(
    ("name", "data", "digest"),
    [
        ("sha2_256", b"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("sha2_256", HUGE, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
        ("keccak_256", b"", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"),
        ("keccak_256", b"abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"),
        (
            "keccak_512",
            b"abc",
            "18587dc2ea106b9a1563e32b3312421ca164c7f1f07bc922a9c83d77cea3a1e5"
            "d0c69910739025372dc14ac9642629379540c17e2a65b19d77aa511a9d00bb96",
        ),
        ("twox_64", b"", "99e9d85137db46ef"),
        ("twox_128", b"System", "26aa394eea5630e07c48ae0c9558cef7"),
        ("blake2_256", b"", "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"),
    ],
)
def test_digests(bench: Bench, name: str, data: bytes, digest: str) -> None:
    expected = bytes.fromhex(digest)
    answer = bench.one(f"ext_hashing_{name}_version_1", data, gives=len(expected))
    assert answer == expected


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


@pytest.mark.parametrize("data", [b"", b"x", HUGE], ids=len)
def test_digests_that_libraries_compute(bench: Bench, data: bytes) -> None:
    seeds = [xxhash.xxh64(data, seed).intdigest().to_bytes(8, "little") for seed in range(4)]
    expected = {
        "twox_256": b"".join(seeds),
        "blake2_128": hashlib.blake2b(data, digest_size=16).digest(),
    }
    for name, digest in expected.items():
        answer = bench.one(f"ext_hashing_{name}_version_1", data, gives=len(digest))
        assert answer == digest
