"""A node process with pipes, and the lines that it writes."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator
from typing import IO

from tests.cli.running import BTCLI, Cli


@contextlib.contextmanager
def node(cli: Cli, *words: str) -> Iterator[subprocess.Popen[str]]:
    """A node with pipes, as a harness starts one."""
    command = [*BTCLI, "node", "start", "--port", "0", *words]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=cli.variables
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def line_with(stream: IO[str] | None, wanted: str) -> str:
    """The first line with a text in it."""
    assert stream is not None
    for line in stream:
        if wanted in line:
            return line
    raise AssertionError(f"{wanted!r} was never said")
