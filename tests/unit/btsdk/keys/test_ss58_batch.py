"""Many addresses together are those that are made one by one."""

from __future__ import annotations

import random

import pytest

from btsdk.errors import UsageError
from btsdk.keys import ss58
from btsdk.keys.ss58_batch import base58_of_35_bytes

EDGES = [bytes(32), b"\xff" * 32, bytes(31) + b"\x01", b"\x01" + bytes(31)]


@pytest.mark.parametrize("first", [1, 42, 63, 255])
def test_base58_is_that_of_the_whole_number(first: int) -> None:
    chance = random.Random(first)
    payloads = [bytes([first]) + chance.randbytes(34) for _ in range(300)]
    payloads += [bytes([first]) + edge + end for edge in EDGES for end in (b"\0\0", b"\xff\xff")]
    assert base58_of_35_bytes(payloads, ss58._ALPHABET) == [ss58._base58(p) for p in payloads]


@pytest.mark.parametrize("count", [0, 1, 127, 128, 700])
def test_addresses_of_many_accounts(count: int) -> None:
    chance = random.Random(count)
    accounts = [chance.randbytes(32) for _ in range(count)] + EDGES
    one_by_one = [ss58.encode.__wrapped__(account) for account in accounts]
    for _ in range(2):  # the second time they are known
        assert ss58.encode_many(iter(accounts)) == one_by_one
    assert ss58.encode_many(accounts, 0) == [ss58.encode(account, 0) for account in accounts]
    assert ss58.decode_many(one_by_one) == accounts


def test_one_wrong_account_among_many_is_refused() -> None:
    accounts = [n.to_bytes(32, "big") for n in range(200)]
    with pytest.raises(UsageError, match="32 bytes, not 31"):
        ss58.encode_many([*accounts, bytes(31)])


def test_the_cache_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ss58, "_CACHED", 300)
    for start in range(0, 2000, 200):
        accounts = [(n << 100).to_bytes(32, "big") for n in range(start, start + 200)]
        assert ss58.encode_many(accounts) == [ss58.encode.__wrapped__(one) for one in accounts]
        assert len(ss58._together) <= 300
