"""Addresses in both directions, and every way in which text is not one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import AddressError, UsageError
from btsdk.keys import ss58

VECTORS = json.loads((Path(__file__).parents[3] / "vectors" / "ss58.json").read_text())["accounts"]
ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"
PREFIXES = st.integers(0, 16383).filter(lambda prefix: prefix not in (46, 47))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["address"])
def test_published_addresses(vector: dict[str, object]) -> None:
    account, prefix = bytes.fromhex(str(vector["public_key"])), int(str(vector["prefix"]))
    assert ss58.encode(account, prefix) == vector["address"]
    assert ss58.decode(str(vector["address"]), prefix) == account


@given(account=st.binary(min_size=32, max_size=32), prefix=PREFIXES)
def test_round_trip(account: bytes, prefix: int) -> None:
    address = ss58.encode(account, prefix)
    assert ss58.decode(address, prefix) == account
    assert ss58.decode(address, None) == account


@given(position=st.integers(0, len(ALICE) - 1), character=st.sampled_from("123ABCxyz"))
def test_one_wrong_character_is_refused(position: int, character: str) -> None:
    wrong = ALICE[:position] + character + ALICE[position + 1 :]
    assert wrong == ALICE or not ss58.is_valid(wrong, None)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("", "empty"),
        ("5", "too short"),
        ("5" * 65, "too long"),
        (ALICE[:-1], "network prefix"),
        (ALICE[:-1] + "Z", "checksum"),
        (ALICE[:-1] + "0", "character 48"),
        (ALICE + " ", "character 49"),
        ("F7Hs", "an account has 32"),  # a short account index of the generic format
    ],
)
def test_refusals_say_why(address: str, reason: str) -> None:
    with pytest.raises(AddressError, match=reason):
        ss58.decode(address)


def test_another_network_is_named_and_helped() -> None:
    polkadot = "15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5"
    with pytest.raises(AddressError, match="network prefix is 0, not 42") as caught:
        ss58.decode(polkadot)
    assert caught.value.hint is not None
    assert ALICE in caught.value.hint


@pytest.mark.parametrize(
    "secret",
    [
        "bottom drive obey lake curtain smoke basket hold race lonely fit walk",
        "0xfac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e",
        "fac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e",
    ],
)
def test_a_secret_pasted_by_mistake_is_not_repeated(secret: str) -> None:
    with pytest.raises(AddressError) as caught:
        ss58.decode(secret)
    assert secret[6:14] not in str(caught.value)
    assert secret[6:14] not in repr(caught.value)


def test_what_is_no_account_or_prefix_is_refused() -> None:
    with pytest.raises(UsageError, match="32 bytes, not 31"):
        ss58.encode(bytes(31))
    for prefix in (-1, 46, 47, 16384):
        with pytest.raises(UsageError, match="prefix"):
            ss58.encode(bytes(32), prefix)


def test_batches() -> None:
    accounts = [bytes([n]) * 32 for n in range(3)]
    assert ss58.decode_many(ss58.encode_many(accounts)) == accounts
