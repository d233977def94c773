"""Dispatch errors of the chain."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.tx.dispatch import dispatch_error
from tests.unit.btsdk.script import dev_at, module_error

METADATA = dev_at().metadata


def test_errors_of_pallets_are_named_with_a_hint() -> None:
    error = dispatch_error(METADATA, module_error("SubtensorModule", "NotEnoughBalanceToStake"))
    assert error.code == "SubtensorModule.NotEnoughBalanceToStake"
    assert "free TAO" in (error.hint or "")


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("BadOrigin", "BadOrigin"),
        (("Token", "FundsUnavailable"), "Token.FundsUnavailable"),
        (("Arithmetic", "Underflow"), "Arithmetic.Underflow"),
        (("Module", {"index": 250, "error": b"\x01\0\0\0"}), "Module(250, 01000000)"),
    ],
)
def test_errors_that_no_pallet_owns(value: Any, code: str) -> None:
    assert dispatch_error(METADATA, value).code == code
