"""Compiles a module in a process of its own, which may be ended and has limits.

Compiling hostile code may take minutes and gigabytes, and nothing can interrupt it. What is small
is compiled here: there it costs less than a process does.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from typing import Final

from wasmtime import Module, WasmtimeError

from local_node.runtime.stopping import is_stopping
from local_node.runtime.wasm.code import BadCode
from local_node.runtime.wasm.engine import engine

SMALL: Final = 16 * 1024
"""Up to so many bytes a module is compiled in this process; the worst takes a second or two."""

_MEMORY: Final = 6 * 1024**3
_LEAST_S: Final = 20
_MOST_S: Final = 300
_BYTES_PER_S: Final = 40_000
"""A genuine runtime compiles at several times this speed."""
_LOOK_S: Final = 0.05
_SPENT: Final = 3


def compiled(wasm: bytes, serialize: Callable[[bytes], bytes]) -> bytes:
    """A module in wasmtime's own form; raises `BadCode`."""
    if len(wasm) <= SMALL:
        return serialize(wasm)
    seconds = min(_LEAST_S + len(wasm) // _BYTES_PER_S, _MOST_S)
    program = (
        f"import sys; sys.path[:] = {sys.path!r}; "
        f"from local_node.runtime.wasm.compiling import main; main({seconds})"
    )
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as made:
        given.write(wasm)
        given.seek(0)
        try:
            child = subprocess.Popen(
                [sys.executable, "-c", program],
                stdin=given,
                stdout=made,
                stderr=subprocess.PIPE,
            )
        except OSError:
            return serialize(wasm)  # where no process can be made
        said = _ended(child, seconds)
        made.seek(0)
        if child.returncode == 0:
            return made.read()
    if child.returncode > 0 and said.startswith(b"no module: "):
        text = said.decode(errors="replace").removeprefix("no module: ").strip()
        raise BadCode(f"the runtime's code does not compile: {text}")
    raise BadCode(
        f"the runtime's code does not compile within {seconds} s and {_MEMORY >> 30} GiB of memory"
    )


def _ended(child: subprocess.Popen[bytes], seconds: float) -> bytes:
    """Wait for the child, or end it where this process is about to end; what it said."""
    left = 4 * seconds  # by the wall, on a machine that has other things to do
    try:
        while True:
            try:
                return child.communicate(timeout=_LOOK_S)[1]
            except subprocess.TimeoutExpired:
                left -= _LOOK_S
                if is_stopping():
                    raise BadCode("the runtime's code was not compiled: the node ends") from None
                if left < 0:
                    return b""
    finally:
        if child.poll() is None:
            child.kill()
            child.communicate()


def main(seconds: int) -> None:
    """The other process: code in, a compiled module out."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    try:
        module = Module(engine(), sys.stdin.buffer.read())
    except WasmtimeError as error:
        sys.stderr.write(f"no module: {error}")
        sys.exit(_SPENT)
    sys.stdout.buffer.write(module.serialize())
