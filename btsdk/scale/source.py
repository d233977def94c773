"""Lines of generated source, and the runs of neighbouring fixed-width values within them."""

from __future__ import annotations

import itertools
import struct
from collections.abc import Iterator
from contextlib import contextmanager

from btsdk.scale.linker import Linker
from btsdk.scale.plan import Int

UNITS_MAX = 256
"""The most values without bytes in a sequence: the input's length does not limit them."""
LENGTH_MAX = (1 << 32) - 1
INLINE_WEIGHT = 60
"""Types that handle more values than this are called, not inlined."""
INLINE_DEPTH = 12
"""Types nested deeper than this inside one function are called, not inlined."""

_CODES = {1: "B", 2: "H", 4: "I", 8: "Q"}


def struct_code(plan: Int) -> str | None:
    """The `struct` code of an integer; None for those wider than 64 bits."""
    code = _CODES.get(plan.size)
    return code.lower() if code and plan.signed else code


class Body:
    """The body of a function under construction.

    `run` holds the codes and names of fixed-width values that are not yet read or written; a
    subclass's `flush` does that in one go, with one `struct.Struct`.
    """

    def __init__(self, linker: Linker, parent: Body | None = None) -> None:
        self.linker = linker
        self.lines: list[str] = []
        self.run: list[tuple[str, str]] = []
        self.depth = 0
        self._indent = ""
        self._numbers: Iterator[int] = parent._numbers if parent else itertools.count()

    def fresh(self, letter: str = "v") -> str:
        return f"{letter}{next(self._numbers)}"

    def line(self, text: str) -> None:
        self.lines.append(self._indent + text)

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """Lines written inside the block are indented under `head`."""
        self.line(head)
        outer = self._indent
        self._indent += "    "
        yield
        self._indent = outer

    def embed(self, other: Body) -> None:
        """Insert the lines of a separate body here."""
        self.lines.extend(self._indent + line for line in other.lines)

    def leaf(self, code: str, name: str) -> str:
        self.run.append((code, name))
        return name

    def gap(self, size: int) -> None:
        """Bytes of the run that no value takes."""
        self.run.append((f"{size}x", ""))

    def take_run(self) -> tuple[struct.Struct, str, list[str]]:
        """The pending run as its `Struct`, a name for it, and the names in it; it is empty then."""
        codes = "<" + "".join(code for code, _ in self.run)
        names = [name for _, name in self.run if name]
        self.run = []
        shape = struct.Struct(codes)
        return shape, codes, names

    def text(self, head: str) -> str:
        return "\n".join([head, *("    " + line for line in self.lines or ["pass"])])
