"""Accounts as callers give them (ss58 text, 32 bytes, a key), as ss58 text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from btsdk.descriptors.inputs import Account, account_of
from btsdk.errors import UsageError
from btsdk.keys import ss58

_BYTES = 32


def address_of(account: Any, role: str = "the account") -> str:
    """The ss58 address of an account; `AddressError` or `UsageError` if it is none."""
    found = account_of(account)
    if not isinstance(found, bytes):
        kind = type(account).__name__
        raise UsageError(f"{role} is an ss58 address, 32 bytes or a key, not {kind}")
    if len(found) != _BYTES:
        raise UsageError(f"{role} has 32 bytes, not {len(found)}")
    return ss58.encode(found)


def addresses_of(accounts: Iterable[Account], role: str) -> list[str]:
    """The addresses of several accounts, each once, in order. One account is no list of them."""
    if isinstance(accounts, (str, bytes)) or hasattr(accounts, "public_key"):
        raise UsageError(f"{role} are a list of accounts, not one account")
    return list(dict.fromkeys(address_of(account, role) for account in accounts))
