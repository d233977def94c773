"""`--live`: a screen that is redrawn at each block until Ctrl-C or q."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.render.live import Screens
from btcli.terminal.block import Block
from btsdk.errors import UsageError
from btsdk.reads.blocks import STALE_AFTER

if TYPE_CHECKING:
    from btsdk.client import Client, View


def render_view(context: Context, find: Callable[[View], Result], *, live: bool) -> Result | None:
    """The result at the head; with `live`, draw the result at each block and return None."""
    if live:
        _check(context)
    with context.client() as client:
        if not live:
            return find(client.head())
        from btcli.terminal import keys, rich_screen  # noqa: PLC0415  # Rich costs 0.1 s

        try:
            with keys.quit_by_key():
                rich_screen.redraw(_screens(context, client, find), sys.stdout)
        except KeyboardInterrupt:
            context.output.say("")  # the usual way to end it
    return None


def _screens(
    context: Context, client: Client, find: Callable[[View], Result]
) -> Iterator[Sequence[Block]]:
    # A local chain may make blocks for transactions only, so it is never stale.
    patience = None if context.network == "local" else STALE_AFTER
    screens = Screens()
    for header in client.blocks(stale_after=patience):
        found = find(client.at(header.hash))
        foot = Line(f"block {header.number:,}, {context.output.chain}")
        yield (*screens.next(found.blocks), foot, Line("Press q or Ctrl-C to quit."))


def _check(context: Context) -> None:
    if context.output.as_json:
        raise UsageError("--live cannot be used with JSON output")
    if not sys.stdout.isatty():
        raise UsageError("--live needs a terminal, and standard output is not one")
