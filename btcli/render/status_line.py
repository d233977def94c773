"""The status line of a node at the bottom of the terminal; blocks scroll above it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from rich.console import Console
from rich.live import Live
from rich.text import Text

if TYPE_CHECKING:
    from local_node.process.node import NodeStatus


@contextlib.contextmanager
def status_line() -> Iterator[Callable[[NodeStatus], None]]:
    """A status line inside the context; other output goes above it."""
    console = Console(file=sys.stdout, highlight=False, emoji=False, markup=False)
    with Live(console=console, auto_refresh=False, transient=True) as live:
        yield lambda status: live.update(_line(status), refresh=True)


def _line(status: NodeStatus) -> Text:
    clients = f"{status.connections} connection{'' if status.connections == 1 else 's'}"
    parts = (
        ("block", f"#{status.height:,}"),
        ("finalized", f"#{status.finalized:,}"),
        ("pool", f"{status.pool:,}"),
        ("", f"{status.rate:,.1f} tx/s"),
        ("", clients),
    )
    line = Text(no_wrap=True, overflow="ellipsis")
    for name, value in parts:
        line.append(" · " if line else "")
        line.append(f"{name} " if name else "", style="dim")
        line.append(value, style="bold")
    return line
