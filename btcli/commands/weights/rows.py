"""Rows of weights on the command line: uids and weights, as lists of the same length."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated

from typer import Option

from btcli.accounts import selection
from btcli.context import Context
from btsdk.errors import UsageError

UidsOption = Annotated[
    list[str] | None,
    Option("--uids", "-u", metavar="N,N,…", help="Uids of the neurons to weigh."),
]
WeightsOption = Annotated[
    list[str] | None,
    Option("--weights", metavar="W,W,…", help="Weight of each uid; only their ratios count."),
]
VersionKeyOption = Annotated[
    int | None,
    Option("--version-key", min=0, metavar="N", help="Version key; by default the subnet's."),
]
SaltOption = Annotated[
    list[str] | None,
    Option(
        "--salt",
        "--reveal-using-salt",
        "-s",
        metavar="N,N,…",
        help="Salt of the commitment, as numbers below 65536.",
    ),
]

_NUMBERS = re.compile(r"[0-9.,\s]*[0-9][0-9.,\s]*")


def given_row(
    context: Context, uids: Sequence[str] | None, weights: Sequence[str] | None
) -> tuple[list[int], list[float]]:
    """The row; what is missing is asked for. Raises `UsageError` for what is no number."""
    wallet = context.choices.wallet_name
    if not weights and wallet is not None and _NUMBERS.fullmatch(wallet):
        raise UsageError(
            f"-w names the wallet, and {wallet!r} looks like weights",
            hint=f"Use --weights {wallet}.",
        )
    names = [name for name, given in (("--uids", uids), ("--weights", weights)) if not given]
    missing = UsageError(f"missing {' and '.join(names)}", hint="Use --uids 0,1 --weights 1,0.5.")
    uids = uids or [context.answer("Uids of the neurons (0,1,…): ", missing)]
    weights = weights or [context.answer("Weight of each uid (1,0.5,…): ", missing)]
    found = [_number(word) for word in selection.listed(weights or ())]
    return whole_numbers(uids, "uid"), found


def whole_numbers(texts: Sequence[str] | None, what: str) -> list[int]:
    """The numbers of a list; raises `UsageError`."""
    words = selection.listed(texts or ())
    wrong = next((word for word in words if not (word.isascii() and word.isdigit())), None)
    if wrong is not None:
        raise UsageError(f"a {what} is a whole number, not {wrong!r}")
    return [int(word) for word in words]


def _number(word: str) -> float:
    """A weight; an integer keeps all its digits."""
    try:
        return int(word) if word.isascii() and word.isdigit() else float(word)
    except ValueError:
        raise UsageError(f"a weight is a number, not {word!r}") from None
