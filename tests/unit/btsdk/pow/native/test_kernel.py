"""A kernel's own interface: groups, masks, and where the nonce stands."""

from __future__ import annotations

import ctypes
import hashlib
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.keys.hashing import keccak_256
from btsdk.pow.native.compiler import LoadedKernel, available
from btsdk.pow.native.kernel import MessageLayout
from btsdk.private_cache import PrivateCache


@given(st.integers(8, 1000))
def test_blocks_are_those_of_the_padding(length: int) -> None:
    padded = length + 1 + 8
    assert MessageLayout(0, length).blocks == -(-padded // 64)


def tops(message: bytes, at: int, count: int) -> list[int]:
    """The top 64 bits of the seals of the nonces 0 to `count` at a place of the message."""
    found = []
    for nonce in range(count):
        text = message[:at] + nonce.to_bytes(4, "little") + message[at + 4 :]
        found.append(int.from_bytes(keccak_256(hashlib.sha256(text).digest())[24:], "little"))
    return found


@pytest.mark.parametrize("at", [0, 17, 54, 62])
def test_a_group_is_reported_with_a_bit_for_each_hit(tmp_path: Path, at: int) -> None:
    """The low bytes of a nonce may cross words and blocks."""
    path = available()[-1]
    layout = MessageLayout(at, 75)
    kernel = LoadedKernel(layout, path, PrivateCache(tmp_path, ".kernel"))
    message = bytes(at) + bytes(4) + bytes(range(75 - at - 4))
    padded = message + b"\x80" + bytes(-(75 + 9) % 64) + (8 * 75).to_bytes(8, "big")
    count = len(padded) // 4
    words = (ctypes.c_uint32 * count)(*struct.unpack(f">{count}I", padded))
    wanted = tops(message, at, 40 * path.lanes)
    limit = sorted(wanted)[1]
    group = min(wanted.index(top) // path.lanes for top in wanted if top <= limit)
    lanes = wanted[group * path.lanes : (group + 1) * path.lanes]
    mask = ctypes.c_uint32()
    assert kernel.search(words, 0, 40, limit, ctypes.byref(mask)) == group
    assert mask.value == sum(1 << lane for lane, top in enumerate(lanes) if top <= limit)
    assert kernel.search(words, 0, 40, min(wanted) - 1, ctypes.byref(mask)) == 40
