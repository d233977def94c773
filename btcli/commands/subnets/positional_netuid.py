"""The netuid as an option, or as the only word after the command, as in other versions."""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from btcli import unexpected_words
from btsdk.errors import UsageError
from btsdk.integers import NETUID_MAX

NetuidOption = Annotated[
    int | None,
    Option(
        "--netuid", "--netuids", "-n", min=0, max=NETUID_MAX, metavar="N",
        help="Netuid of the subnet.",
    ),
]  # fmt: skip
WordsArgument = Annotated[list[str] | None, Argument(hidden=True)]


def netuid_of(netuid: int | None, words: list[str] | None) -> int:
    """The netuid; raises `UsageError` for none, and for any other word."""
    first = words[0] if words else ""
    if netuid is None and first.isascii() and first.isdigit() and len(words or ()) == 1:
        if int(first) <= NETUID_MAX:
            return int(first)
        raise UsageError(f"a netuid is from 0 to {NETUID_MAX}, not {first:.20}")
    if words:
        message, hint = unexpected_words.explain(words, {"--netuid"})
        raise UsageError(message, hint=hint)
    if netuid is None:
        raise UsageError("no subnet given", hint="Use --netuid N; see `btcli subnets list`.")
    return netuid
