"""Shares and takes as callers write them, as exact fractions; never floats."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, TypeAlias

from btsdk.errors import UsageError

Share: TypeAlias = "Fraction | str"
"""A part of a whole: a `Fraction`, or text: `25%`, `0.25` or `1/4`."""

_DECIMAL = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
_RATIO = re.compile(r"[0-9]+/[0-9]+")


def share_of(value: Any, role: str) -> Fraction:
    """The exact fraction, from 0 to 1; `UsageError` for anything else."""
    found = _read(value)
    if found is None:
        hint = "Write '25%', '0.25', '1/4', or a Fraction."
        if isinstance(value, float):
            raise UsageError(f"{role} is not a float ({value!r}), which is not exact", hint=hint)
        raise UsageError(f"{role} is a share, not {value!r}", hint=hint)
    if not 0 <= found <= 1:
        raise UsageError(f"{role} is between 0 and 100 %, not {value}")
    return found


def parts_of(share: Fraction, whole: int) -> int:
    """The share in parts of `whole`, rounded down: shares of one whole never exceed it."""
    return int(share * whole)


def percent(share: Fraction) -> str:
    """The share in percent, rounded to four decimal places: `18 %`, `33.3333 %`. A quarter in the
    chain's parts is a little below 25 %, and shown as `25 %`."""
    units = round(share * 1_000_000)
    text = f"{units // 10_000}.{units % 10_000:04d}".rstrip("0").rstrip(".")
    return f"{text} %"


def _read(value: Any) -> Fraction | None:
    if isinstance(value, Fraction):
        return value
    if not isinstance(value, str):
        return None
    text = value.strip()
    if _RATIO.fullmatch(text):
        above, _, below = text.partition("/")
        return Fraction(int(above), int(below)) if int(below) else None
    number = text.removesuffix("%").rstrip()
    if not _DECIMAL.fullmatch(number):
        return None
    return Fraction(number) / (100 if text.endswith("%") else 1)
