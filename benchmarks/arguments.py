"""The numeric command-line argument of a benchmark."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Sequence
from typing import TypeVar

N = TypeVar("N", int, float)


def number(
    subject: str,
    name: str,
    kind: Callable[[str], N],
    default: N,
    least: N,
    argv: Sequence[str] | None = None,
) -> N:
    """The number from the command line, or the default. Exits with a usage error if it is not a
    finite number of this kind, or below the least."""

    def read(text: str) -> N:
        value = kind(text)
        if not math.isfinite(value) or value < least:
            raise argparse.ArgumentTypeError(f"{text} is not a number from {least} up")
        return value

    read.__name__ = "number"  # argparse names it if `kind` refuses the text
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{subject}")
    text = f"at least {least}; {default} by default"
    parser.add_argument(name, type=read, nargs="?", default=default, help=text)
    found: N = getattr(parser.parse_args(argv), name)
    return found
