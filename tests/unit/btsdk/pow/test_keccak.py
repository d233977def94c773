"""Many hashes at once are the same as one by one."""

from __future__ import annotations

import os

import numpy as np
import pytest

from btsdk.keys.hashing import keccak_256
from btsdk.pow.keccak import Keccak


@pytest.mark.parametrize("size", [1, 2, 5, 64, 1000])
def test_agrees_with_one_by_one(size: int) -> None:
    keccak = Keccak(size)
    for _ in range(2):  # the arrays are used again
        messages = [os.urandom(32) for _ in range(size)]
        lanes = np.frombuffer(b"".join(messages), "<u8").reshape(-1, 4).T.astype(np.uint64)
        digests = keccak.digests(lanes).T.astype("<u8").tobytes()
        assert digests == b"".join(map(keccak_256, messages))


def test_edges_of_the_message() -> None:
    messages = [bytes(32), b"\xff" * 32, b"\x01" + bytes(31), bytes(31) + b"\x80"]
    lanes = np.frombuffer(b"".join(messages), "<u8").reshape(-1, 4).T.astype(np.uint64)
    digests = Keccak(4).digests(lanes).T.astype("<u8").tobytes()
    assert digests == b"".join(map(keccak_256, messages))
