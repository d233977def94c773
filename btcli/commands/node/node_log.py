"""The log of a node: blocks on standard output, everything else on standard error.

A line is text, with foreign text escaped, or one JSON object. Logging is set up while a node runs
only.
"""

from __future__ import annotations

import contextlib
import logging
import sys
import textwrap
from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any, Literal, get_args

from btcli.terminal.visible import json_text, visible, visible_lines

Format = Literal["text", "json"]
Level = Literal["debug", "info", "warning", "error"]
LEVELS: tuple[str, ...] = get_args(Level)

RESULTS = logging.getLogger("local_node.blocks")
"""The start and the blocks of a node. A text line is the message alone: test harnesses of others
wait for `Imported #1`."""

_INDENT = "  "
_CHATTY = ("uvicorn", "websockets", "asyncio")


@contextlib.contextmanager
def logging_as(form: Format, level: Level) -> Iterator[None]:
    """Log to the standard streams inside the context."""
    root, before = logging.getLogger(), logging.getLogger().level
    handlers = [_Stream(form, results=True), _Stream(form, results=False)]
    for handler in handlers:
        root.addHandler(handler)
    root.setLevel(level.upper())
    quiet = [logging.getLogger(name) for name in _CHATTY]
    for logger in quiet:
        logger.setLevel(logging.NOTSET if level == "debug" else logging.WARNING)
    try:
        yield
    finally:
        for handler in handlers:
            root.removeHandler(handler)
        root.setLevel(before)
        for logger in quiet:
            logger.setLevel(logging.NOTSET)


def say(message: str, **facts: Any) -> None:
    """Log a result; the facts are in JSON lines only."""
    RESULTS.info(message, extra={"facts": facts})


class _Stream(logging.Handler):
    """Writes to the current `sys.stdout` or `sys.stderr`, which a status line may replace."""

    def __init__(self, form: Format, *, results: bool) -> None:
        super().__init__()
        self._results = results
        self.setFormatter(_Json() if form == "json" else _Text())

    def filter(self, record: logging.LogRecord) -> bool:
        return (record.name == RESULTS.name) == self._results

    def emit(self, record: logging.LogRecord) -> None:
        stream = sys.stdout if self._results else sys.stderr
        with contextlib.suppress(OSError, ValueError):  # the reader has gone
            stream.write(self.format(record) + "\n")
            stream.flush()


class _Text(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        message = visible(record.getMessage())
        if record.name == RESULTS.name:
            return f"{datetime.fromtimestamp(record.created):%H:%M:%S} {message}"
        text = f"{_time(record)} {record.levelname} {visible(record.name)}: {message}"
        if not record.exc_info:
            return text
        # Indented, so that no line of an error's text can pass for a log line.
        lines = visible_lines(self.formatException(record.exc_info))
        return f"{text}\n{textwrap.indent(lines, _INDENT)}"


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        content = {
            "time": _time(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            content["exception"] = self.formatException(record.exc_info)
        return json_text(content, default=str)


def _time(record: logging.LogRecord) -> str:
    moment = datetime.fromtimestamp(record.created, timezone.utc)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
