"""`pow_register` is encoded at the index that the chain's metadata gives it."""

from __future__ import annotations

import pytest

from btsdk.calls import subtensor as calls
from btsdk.metadata import decode_metadata, encode_metadata
from local_node import LocalChain

NAME = b"\x30pow_register"
CALL = calls.PowRegister(1, 5, 7, bytes(32), bytes(32))


@pytest.mark.parametrize("index", [152, 240])
def test_the_index_comes_from_the_metadata(index: int) -> None:
    with LocalChain() as chain:
        metadata = chain.client.head().metadata
    ours = CALL.encode(metadata)
    assert ours[1] == 240
    wire = bytearray(encode_metadata(metadata, 15))
    assert wire.count(NAME) == 1
    # The index of a variant follows its fields; none of them holds this byte.
    wire[wire.index(b"\xf0", wire.index(NAME))] = index
    moved = decode_metadata(bytes(wire))
    encoded = CALL.encode(moved)
    assert encoded == ours[:1] + bytes([index]) + ours[2:]
    assert moved.decode_call(encoded).name == "pow_register"
