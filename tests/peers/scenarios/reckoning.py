"""What a test reckons for itself: pools by exact rational arithmetic, and events picked out."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

TAO = 1_000_000_000
HALF = 500_000_000_000_000_000
"""The weight of TAO in a pool with as much TAO as alpha, in parts of 10^18."""


def events(told: dict[str, Any], name: str) -> list[Any]:
    """The attributes of every event of a name, in order."""
    return [attributes for _, event, attributes in told["events"] if event == name]


def succeeded(told: dict[str, Any], *, free: bool = False) -> dict[str, Any]:
    """What is told of an extrinsic that did what was asked, and paid the fee that it says.

    `free` is one without a fee, as everything that root does.
    """
    assert told["success"], told["message"]
    assert told["events"][-1][:2] == ["System", "ExtrinsicSuccess"]
    [paid] = events(told, "TransactionFeePaid")
    assert paid["actual_fee"] == told["fee"]
    assert (told["fee"] == 0) is free
    return told


def refused(told: dict[str, Any], error: str) -> dict[str, Any]:
    """What is told of an extrinsic that failed in its block, with the name of its error."""
    assert not told["success"]
    assert f"`{error}(Module)`" in told["message"]
    assert told["events"][-1][:2] == ["System", "ExtrinsicFailed"]
    return told


def swap_fee(amount: int, pool: dict[str, Any]) -> int:
    """The pool's part of a payment: its rate is in parts of 65,535."""
    return amount * int(pool["fee_rate"]) // 65_535


def bought(pool: dict[str, Any], tao: int) -> int:
    """Alpha that a payment after the fee takes out of a pool of equal weights."""
    assert pool["quote"] == HALF
    return int(pool["alpha_in"] * Fraction(tao, pool["tao"] + tao))


def sold(pool: dict[str, Any], alpha: int) -> int:
    """TAO that alpha after the fee takes out of a pool of equal weights."""
    assert pool["quote"] == HALF
    return int(pool["tao"] * Fraction(alpha, pool["alpha_in"] + alpha))
