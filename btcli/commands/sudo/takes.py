"""The take of a hotkey as a document and in words."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, TypedDict

from btsdk.ops.shares import percent
from btsdk.reads.delegates import TAKE_ONE


class TakeDocument(TypedDict):
    """A take: the part of its stakers' dividends that the owner of a hotkey takes."""

    percent: Annotated[str, "rounded to four decimal places"]
    parts: Annotated[int, "of 65,535"]


def take_document(take: Fraction) -> TakeDocument:
    """A take."""
    return {"percent": percent(take).removesuffix(" %"), "parts": int(take * TAKE_ONE)}
