"""Accounts as callers give them."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import AddressError, UsageError
from btsdk.keys import Keypair
from btsdk.reads.accounts import address_of, addresses_of

ALICE = Keypair.from_uri("//Alice")


def test_text_bytes_and_keys_are_one_account() -> None:
    forms: list[Any] = [ALICE.ss58_address, ALICE.public_key, ALICE, ALICE.public]
    assert {address_of(form) for form in forms} == {ALICE.ss58_address}
    assert addresses_of(forms, "coldkeys") == [ALICE.ss58_address]


@pytest.mark.parametrize("value", [1, None, b"short", [], object()])
def test_what_is_no_account(value: Any) -> None:
    with pytest.raises(UsageError, match="the hotkey"):
        address_of(value, "the hotkey")


def test_a_wrong_address_says_why() -> None:
    with pytest.raises(AddressError):
        address_of(ALICE.ss58_address[:-1])


@pytest.mark.parametrize("value", [ALICE, ALICE.ss58_address, ALICE.public_key])
def test_one_account_is_no_list(value: Any) -> None:
    with pytest.raises(UsageError, match="list of accounts"):
        addresses_of(value, "coldkeys")
