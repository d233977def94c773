"""A client's message: a text, and the JSON value in it, which is parsed once.

Short texts are parsed on arrival, because their method decides where they are answered. Long ones
may hold many requests or much data, so the worker that answers them parses them.
"""

from __future__ import annotations

import json
from typing import Any, Final

PARSED_ON_ARRIVAL: Final = 16 * 1024
"""Longer texts are parsed by a worker, so that others do not wait for it."""

_NOT_PARSED: Final = object()


class Request:
    """One text of a client: a request, a batch, or neither. `size` is in characters or bytes."""

    __slots__ = ("_message", "_text", "size")

    def __init__(self, text: str | bytes) -> None:
        self.size = len(text)
        self._text: str | bytes = text
        self._message: Any = _NOT_PARSED

    @property
    def message(self) -> Any:
        """The JSON value; raises `ValueError` or `RecursionError` if the text is not JSON."""
        if self._message is _NOT_PARSED:
            self._message = json.loads(self._text)
            self._text = ""
        return self._message

    @property
    def single(self) -> dict[str, Any] | None:
        """The request, if the text is short and holds exactly one."""
        if self.size > PARSED_ON_ARRIVAL:
            return None
        try:
            message = self.message
        except (ValueError, RecursionError):
            return None
        return message if isinstance(message, dict) else None
