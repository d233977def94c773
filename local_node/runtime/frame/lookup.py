"""The lookup of an account from a `MultiAddress` (`AccountIdLookup`)."""

from __future__ import annotations

from typing import Any

from local_node.runtime.frame.errors import CANNOT_LOOKUP, fail


def lookup(address: tuple[str, Any]) -> bytes:
    """The account of an `Id` address; any other kind fails with `CannotLookup`."""
    kind, value = address
    if kind != "Id":
        raise fail(CANNOT_LOOKUP)
    account: bytes = value
    return account
