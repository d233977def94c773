"""The compiled shapes in words, for the message about one that differs.

`shapes.txt` has a line for each: the hash of the shape, a space, its words. It is read when a
difference is found, and `chain_spec.codegen` writes it from the declarations.
"""

from __future__ import annotations

from functools import cache
from pkgutil import get_data


def words_of(compiled: str) -> str:
    """The words of a compiled shape; its hash where the file has none."""
    return _words().get(compiled, compiled)


@cache
def _words() -> dict[str, str]:
    lines = (get_data("btsdk.descriptors", "shapes.txt") or b"").decode().splitlines()
    return dict(line.split(" ", 1) for line in lines)
