"""The children of `stake child set`: two lists of the same length, or pairs in JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from btcli.accounts import selection
from btcli.context import Context
from btsdk.errors import UsageError
from btsdk.ops.shares import Share
from btsdk.reads.children import ALL

_PAIRS = '[[0.25, "ADDRESS"], …]'


def child_list(
    context: Context, children: Sequence[str] | None, proportions: Sequence[str] | None
) -> list[tuple[str, Share]]:
    """The address and the share of each child; what is missing is asked for."""
    given = (("--children", children), ("--proportions", proportions))
    listed = " and ".join(name for name, value in given if not value)
    missing = UsageError(f"missing {listed}", hint="Use --children 5F…,5G… --proportions 0.25,0.5.")
    children = children or [context.answer("Hotkeys of the children: ", missing)]
    if len(children) == 1 and children[0].lstrip().startswith("["):
        if proportions:
            raise UsageError("children in JSON have their proportions: omit --proportions")
        return [(selection.hotkey(context, name), share) for name, share in _pairs(children[0])]
    question = "Share of each child (0.25 or 25%): "
    proportions = proportions or [context.answer(question, missing)]
    names, shares = selection.listed(children), selection.listed(proportions)
    if len(names) != len(shares):
        raise UsageError(
            f"each child needs a proportion: children {len(names)}, proportions {len(shares)}"
        )
    found = [selection.hotkey(context, name) for name in names]
    return list(zip(found, shares, strict=True))


def _pairs(text: str) -> list[tuple[str, Share]]:
    """Pairs in JSON: a proportion from 0 to 1, or in parts of 2^64 - 1, and a hotkey."""
    try:
        read: Any = json.loads(text, parse_float=str)
    except ValueError as error:
        raise UsageError(f"--children is not JSON: {error}", hint=f"Write {_PAIRS}") from error
    if not all(isinstance(pair, list) and len(pair) == 2 for pair in read):
        raise UsageError("--children is not a list of pairs", hint=f"Write {_PAIRS}")
    return [(str(name), _share(share)) for share, name in read]


def _share(value: Any) -> Share:
    if isinstance(value, int) and not isinstance(value, bool):
        return Fraction(value, ALL) if value > 1 else Fraction(value)
    return str(value)
