"""The end of a node's log, and what comes after it for as long as the node runs."""

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
    """The last `count` lines of the log; with `follow`, and those to come until the node ends."""
    if follow and output.as_json:
        raise UsageError("a log that goes on is no JSON document", hint="Leave --follow away.")
    with log.open(encoding="utf-8", errors="replace") as text:
        last = list(deque(text, maxlen=count))
        if not follow:
            last = [line.rstrip("\n") for line in last]
            data = {"log": str(log), "lines": last}
            return Result(data, (Lines(last),) if last else ())
        with contextlib.suppress(KeyboardInterrupt):  # its ordinary end
            _follow(output, text, path, log, "".join(last))
    return None


def _follow(output: Output, text: TextIO, path: Path, log: Path, said: str) -> None:
    """A line is said when it is whole. A log that was begun anew is followed from its beginning."""
    part = _print_complete_lines(output, said)
    while True:
        is_running = _runs(path)  # asked first: what it wrote before it ended is read after
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
