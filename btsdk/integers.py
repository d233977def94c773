"""Validation of integer arguments: an `int`, or an integer-like value such as NumPy's.

A bool, a float, a text or a `Decimal` is refused, whatever its value. `type(x) is int` is checked
first, which makes the usual case cheap.
"""

from __future__ import annotations

import operator
from typing import Any

from btsdk.errors import UsageError

NETUID_MAX = 65_535


def index(value: Any) -> int | None:
    """The `int` of a value, by `__index__`; None if it is not an integer."""
    if type(value) is int:
        return value
    if isinstance(value, bool):
        return None
    try:
        return operator.index(value)
    except TypeError:
        return None


def whole(value: Any, name: str, least: int | None = None, most: int | None = None) -> int:
    """The `int` of the argument `name`; `UsageError` if it is not an integer, or out of range."""
    number = index(value)
    if number is None or (least is not None and number < least):
        raise _refusal(value, name, least, most)
    if most is not None and number > most:
        raise _refusal(value, name, least, most)
    return number


def netuid_of(value: Any) -> int:
    """The netuid as an `int`; `UsageError` if it is not a netuid."""
    return whole(value, "netuid", 0, NETUID_MAX)


def settle(owner: object, name: str, least: int | None = None, most: int | None = None) -> None:
    """Replace a field of a frozen dataclass by its `int`."""
    object.__setattr__(owner, name, whole(getattr(owner, name), name, least, most))


def _refusal(value: Any, name: str, least: int | None, most: int | None) -> UsageError:
    bounds = ""
    if least is not None:
        bounds = f" of at least {least}" if most is None else f" from {least} to {most}"
    shown = repr(value)
    shown = shown if len(shown) <= 100 else f"{shown[:99]}…"
    return UsageError(f"{name} must be a whole number{bounds}, not {shown}")
