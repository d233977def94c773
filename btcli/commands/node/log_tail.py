"""The last lines of a node's log, and with `--follow` its new lines."""

from __future__ import annotations

import contextlib
import time
from collections import deque
from pathlib import Path
from typing import TextIO, TypedDict

from btcli.output import Output, Result
from btcli.render.blocks import Lines
from btsdk.errors import UsageError
from local_node.embedded.chain_file import holder_of

_POLL_S = 0.2


class LogData(TypedDict):
    """The result of `node logs`."""

    log: str
    lines: list[str]


def show(output: Output, path: Path, log: Path, count: int, *, follow: bool) -> Result | None:
    """Show the last `count` lines of the log; with `follow`, also new lines until the node ends."""
    if follow and output.as_json:
        raise UsageError("--follow cannot be used with JSON output", hint="Omit --follow.")
    with log.open(encoding="utf-8", errors="replace") as text:
        last = list(deque(text, maxlen=count))
        if not follow:
            last = [line.rstrip("\n") for line in last]
            data = {"log": str(log), "lines": last}
            return Result(data, (Lines(last),) if last else ())
        with contextlib.suppress(KeyboardInterrupt):  # the usual way to end it
            _follow(output, text, path, log, "".join(last))
    return None


def _follow(output: Output, text: TextIO, path: Path, log: Path, said: str) -> None:
    """Print complete lines. A log that was truncated is followed from its beginning."""
    part = _print_complete_lines(output, said)
    while True:
        is_running = _runs(path)  # before reading, so that its last lines are read
        part = _print_complete_lines(output, part + text.read())
        if not is_running:
            return
        if log.stat().st_size < text.tell():
            text.seek(0)
            part = ""
        time.sleep(_POLL_S)


def _print_complete_lines(output: Output, text: str) -> str:
    *lines, part = text.split("\n")
    for line in lines:
        output.line(line)
    return part


def _runs(path: Path) -> bool:
    holder = holder_of(path)
    return holder is not None and holder.is_node
