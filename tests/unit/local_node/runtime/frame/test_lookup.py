"""Addresses: an account id is the only kind that this chain looks up."""

from __future__ import annotations

from typing import Any

import pytest

from local_node.runtime.frame import DispatchFailure
from local_node.runtime.frame.lookup import lookup


def test_an_id_is_the_account_itself() -> None:
    assert lookup(("Id", b"\x07" * 32)) == b"\x07" * 32


@pytest.mark.parametrize(
    "address",
    [
        ("Index", ()),
        ("Raw", b"\x07" * 32),
        ("Address32", b"\x07" * 32),
        ("Address20", bytes(20)),
    ],
    ids=lambda address: address[0],
)
def test_no_other_kind_is_looked_up(address: tuple[str, Any]) -> None:
    with pytest.raises(DispatchFailure, match="CannotLookup"):
        lookup(address)
