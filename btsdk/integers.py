"""Integers as callers give them: an `int`, or what counts as one, as NumPy's integers do.

A bool is none, nor is a float, a text or a `Decimal`, whatever its value. Integers are checked with
`type(x) is int` first, so that those that are plainly right cost next to nothing.
"""

from __future__ import annotations

import operator
from typing import Any

from btsdk.errors import UsageError

NETUID_MAX = 65_535


def index(value: Any) -> int | None:
    """The `int` that a value stands for, by `__index__`; None where it stands for none."""
    if type(value) is int:
        return value
    if isinstance(value, bool):
        return None
    try:
        return operator.index(value)
    except TypeError:
        return None


def whole(value: Any, name: str, least: int | None = None, most: int | None = None) -> int:
    """The `int` that the argument `name` stands for; `UsageError` where it stands for none, or is
    out of range."""
    number = index(value)
    if number is None or (least is not None and number < least):
        raise _refusal(value, name, least, most)
    if most is not None and number > most:
        raise _refusal(value, name, least, most)
    return number


def netuid_of(value: Any) -> int:
    """The netuid that was given."""
    return whole(value, "netuid", 0, NETUID_MAX)


def settle(owner: object, name: str, least: int | None = None, most: int | None = None) -> None:
    """Let the field of a frozen dataclass be the `int` that was given for it."""
    object.__setattr__(owner, name, whole(getattr(owner, name), name, least, most))


def _refusal(value: Any, name: str, least: int | None, most: int | None) -> UsageError:
    bounds = ""
    if least is not None:
        bounds = f" of at least {least}" if most is None else f" from {least} to {most}"
    shown = repr(value)
    shown = shown if len(shown) <= 100 else f"{shown[:99]}…"
    return UsageError(f"{name} must be a whole number{bounds}, not {shown}")
