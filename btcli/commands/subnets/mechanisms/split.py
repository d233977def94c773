"""The shares of mechanisms as people type them."""

from __future__ import annotations

import re
from fractions import Fraction

from btcli.accounts.selection import listed
from btsdk.errors import UsageError
from btsdk.reads.mechanisms import SPLIT_TOTAL

_WEIGHT = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")


def split_of(text: str) -> list[int | str] | None:
    """The shares in parts of 65,535, or as percentages; None for equal ones.

    Numbers without % are weights, as in older versions: `70,30` and `0.7,0.3` mean the same. What
    rounding leaves over goes to the first.
    """
    if text.strip().lower() == "equal":
        return None
    words = listed([text])
    if words and all(word.endswith("%") for word in words):
        return list(words)
    if not words or not all(_WEIGHT.fullmatch(word) for word in words):
        raise UsageError(
            f"the shares of mechanisms are numbers, not {text!r}",
            hint="Write 70,30 or 70%,30%, or equal.",
        )
    weights = [Fraction(word) for word in words]
    total = sum(weights)
    if not total:
        raise UsageError("the shares of mechanisms cannot all be 0")
    parts: list[int | str] = [int(weight * SPLIT_TOTAL / total) for weight in weights]
    parts[0] = SPLIT_TOTAL - sum(int(part) for part in parts[1:])
    return parts
