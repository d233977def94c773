"""Hashes, against digests published elsewhere."""

from __future__ import annotations

import hashlib

import pytest
import xxhash

from tests.unit.local_node.runtime.wasm.support import Bench

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
