"""Statements over several lines, as `ruff format` leaves them.

A statement that fits stays on one line; otherwise its brackets are opened, the outermost first, and
each item has a line of its own. Only the shapes that generated modules have are known here.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

WIDTH = 100
_STEP = "    "


def fits(line: str) -> bool:
    """Whether a line is not too long."""
    return len(line) <= WIDTH


def call(head: str, args: Sequence[str], tail: str = "") -> str:
    """`head(args)tail`, such as the head of a class or a constructor."""
    inside = ", ".join(args)
    if fits(line := f"{head}({inside}){tail}"):
        return line
    if fits(line := _STEP + inside):
        return f"{head}(\n{line}\n){tail}"
    return f"{head}(\n" + "".join(f"{_STEP}{arg},\n" for arg in args) + f"){tail}"


def assignment(name: str, annotation: str, head: str, args: Sequence[str]) -> str:
    """`name: annotation = head(args)`."""
    inside = ", ".join(args)
    line = f"{name}: {annotation} = {head}({inside})"
    if fits(line):
        return line
    if fits(f"{name}: {annotation} = {head}("):
        return call(f"{name}: {annotation} = {head}", args)
    *lines, last = opened(f"{name}: {annotation}", "").split("\n")
    return "\n".join((*lines, call(f"{last} = {head}", args)))


def plain(target: str, value: str) -> str:
    """`target = value`, for a value that cannot be broken."""
    line = f"{target} = {value}"
    return line if fits(line) else f"{target} = (\n{_STEP}{value}\n)"


def declaration(text: str, indent: str = "") -> str:
    """`name: annotation`, or `name: TypeAlias = Literal[…]`, at an indentation."""
    return indent + (text if fits(indent + text) else opened(text, indent))


def opened(text: str, indent: str) -> str:
    """A text with its first brackets opened; text without brackets cannot be broken."""
    start = text.find("[")
    if start < 0:
        return text
    end = _closing(text, start)
    inner = indent + _STEP
    items = _items(text[start + 1 : end])
    comma = "," if len(items) > 1 else ""  # one item with a comma would be a tuple
    lines = [
        inner + (item if fits(f"{inner}{item}{comma}") else opened(item, inner)) + comma
        for item in items
    ]
    return "\n".join((text[: start + 1], *lines, indent + text[end:]))


def docstring(text: str, indent: str = "") -> str:
    """A docstring at an indentation; empty for no text."""
    shown = "".join(char for char in " ".join(text.split()) if char.isprintable())
    words = shown.replace("\\", "\\\\").replace('"""', "'''")
    if not words:
        return ""
    closed = words + "." if words.endswith('"') else words
    lines = textwrap.wrap(
        f'"""{closed}"""', WIDTH - len(indent), break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(indent + line for line in lines)


def _closing(text: str, start: int) -> int:
    depth = 0
    for place in range(start, len(text)):
        depth += {"[": 1, "]": -1}.get(text[place], 0)
        if depth == 0:
            return place
    raise AssertionError(f"a bracket is open in {text}")


def _items(text: str) -> list[str]:
    """The parts between the commas that stand in no inner bracket."""
    depth, start, found = 0, 0, []
    for place, char in enumerate(text):
        depth += {"[": 1, "]": -1}.get(char, 0)
        if char == "," and depth == 0:
            found.append(text[start:place].strip())
            start = place + 1
    return [*found, text[start:].strip()]
