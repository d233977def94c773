"""Shapes on the wire: what is read, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.keys import Keypair
from local_node.rpc import wire
from local_node.rpc.errors import RpcFailure

ALICE = Keypair.from_uri("//Alice")


@given(st.binary(max_size=20))
def test_bytes_come_back_with_or_without_prefix(data: bytes) -> None:
    assert wire.read_bytes(wire.hex_of(data), "it") == data == wire.read_bytes(data.hex(), "it")


@pytest.mark.parametrize(
    ("value", "number"), [(7, 7), ("0x10", 16), ("10", 10), (0, 0), (2**32 - 1, 2**32 - 1)]
)
def test_numbers(value: Any, number: int) -> None:
    assert wire.read_number(value, "it") == number


@pytest.mark.parametrize("value", [True, -1, 1.5, "ten", 2**32, "0x100000000", None, []])
def test_what_is_no_block_number(value: Any) -> None:
    with pytest.raises(RpcFailure) as caught:
        wire.read_number(value, "it")
    assert caught.value.data.startswith("it: ")


def test_accounts_hashes_and_keys() -> None:
    assert wire.read_account(ALICE.ss58_address, "it") == ALICE.public_key
    assert wire.read_optional_hash(None) is None
    assert wire.read_optional_hash("0x" + "ab" * 32) == b"\xab" * 32
    assert wire.read_keys(["0x01", "02"]) == [b"\x01", b"\x02"]
    with pytest.raises(RpcFailure) as caught:
        wire.read_hash("0xabcd", "block")
    assert caught.value.data == "block: expected 32 bytes, got 2"
    with pytest.raises(RpcFailure):
        wire.read_account(ALICE.ss58_address[:-1] + "x", "it")
