"""`--live`: what a command shows, drawn anew at each new block, until Ctrl-C."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.terminal.block import Block
from btsdk.errors import UsageError
from btsdk.reads.blocks import STALE_AFTER

if TYPE_CHECKING:
    from btsdk.client import Client, View


def render_view(context: Context, find: Callable[[View], Result], *, live: bool) -> Result | None:
    """What is found at the head; with `live`, at each block after it as well."""
    if live:
        _check(context)
    with context.client() as client:
        if not live:
            return find(client.head())
        from btcli.terminal import rich_screen  # noqa: PLC0415  # Rich costs 0.1 s

        try:
            rich_screen.redraw(_screens(context, client, find), sys.stdout)
        except KeyboardInterrupt:
            context.output.say("")  # the way to end it, and no error
    return None


def _screens(
    context: Context, client: Client, find: Callable[[View], Result]
) -> Iterator[Sequence[Block]]:
    # The chain in the box may rest between two transactions: its silence is no fault of a node.
    patience = None if context.network == "local" else STALE_AFTER
    for header in client.blocks(stale_after=patience):
        found = find(client.at(header.hash))
        yield (*found.blocks, Line(f"block {header.number:,}, {context.output.chain}"))


def _check(context: Context) -> None:
    if context.output.as_json:
        raise UsageError(
            "--live draws again and again, and JSON is one document: give only one of them"
        )
    if not sys.stdout.isatty():
        raise UsageError("--live needs a terminal, and standard output is not one")
