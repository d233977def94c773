"""From a `MultiAddress` to the account that it names (`AccountIdLookup`)."""

from __future__ import annotations

from typing import Any

from local_node.runtime.frame.errors import CANNOT_LOOKUP, fail


def lookup(address: tuple[str, Any]) -> bytes:
    """The account of an `Id` address; this chain knows no other kind: `CannotLookup`."""
    kind, value = address
    if kind != "Id":
        raise fail(CANNOT_LOOKUP)
    account: bytes = value
    return account
