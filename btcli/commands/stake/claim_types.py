"""What claims of root dividends do, as users write it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from typer import Option

from btcli.accounts import selection
from btcli.commands.stake.targets import netuid_of_text
from btcli.context import Context
from btsdk.errors import UsageError
from btsdk.ops import SetRootClaimType

_KINDS = {"keep": "Keep", "swap": "Swap", "keepsubnets": "KeepSubnets"}


NetuidsOption = Annotated[
    list[str] | None,
    Option(
        "--netuids",
        "--netuid",
        "--subnets",
        "-n",
        metavar="N,N-N,…",
        help="Netuids, such as 1-5,10.",
    ),
]


def asked_kind(context: Context, *given: str | None) -> str:
    """The claim type that was given once, or is asked for; raises `UsageError`."""
    typed = [text for text in given if text is not None]
    if len(typed) > 1:
        raise UsageError("give the claim type once")
    missing = UsageError("no claim type given", hint="`btcli stake set-claim keep`, or swap.")
    question = "What claims of root dividends do (keep or swap): "
    return kind_of(typed[0] if typed else context.answer(question, missing))


def kind_of(text: str) -> str:
    """`Keep`, `Swap` or `KeepSubnets`; raises `UsageError`."""
    kind = _KINDS.get(text.strip().lower().replace("-", "").replace("_", ""))
    if kind is None:
        raise UsageError(f"there is no claim type {text!r}", hint="One of: keep, swap.")
    return kind


def netuids_of(texts: Iterable[str]) -> tuple[int, ...]:
    """The netuids of lists with ranges: `1-5,10`; raises `UsageError`."""
    found: set[int] = set()
    for word in selection.listed(texts):
        first, dash, last = word.partition("-")
        begin = netuid_of_text(first)
        end = netuid_of_text(last) if dash else begin
        if end < begin:
            raise UsageError(f"the range {word!r} is empty", hint=f"Write {last}-{first}.")
        found.update(range(begin, end + 1))
    return tuple(sorted(found))


def claim_type(kind: str, netuids: tuple[int, ...], existing: Iterable[int]) -> SetRootClaimType:
    """The operation. `keep` with subnets keeps the alpha of these alone; `swap` with subnets sells
    that of these alone, and keeps it on the other `existing` ones."""
    if not netuids:
        if kind == "KeepSubnets":
            raise UsageError("no subnet given", hint="Use --netuids 1-5,10.")
        return SetRootClaimType("Keep" if kind == "Keep" else "Swap")
    if kind != "Swap":
        return SetRootClaimType("KeepSubnets", netuids)
    kept = sorted(set(existing) - set(netuids))
    return SetRootClaimType("KeepSubnets", kept) if kept else SetRootClaimType("Swap")
