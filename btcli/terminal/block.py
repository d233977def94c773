"""The interface of a part of a screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol


class Block(Protocol):
    """A part of a screen, such as a table; it can always be shown as plain text."""

    def plain(self) -> str:
        """The block as text without colour, never wrapped."""
        ...

    def rich(self, fits: Callable[[Any], bool]) -> Any:
        """The block for Rich, narrow enough that it `fits`."""
        ...
