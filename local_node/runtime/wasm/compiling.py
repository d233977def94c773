"""The compilation of a module in a subprocess, with limits on time and memory.

Hostile code may take minutes and gigabytes to compile, and compilation cannot be interrupted. Small
modules are compiled in this process, which is cheaper than starting another.
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
"""The largest module compiled in this process, in bytes; the worst takes a second or two."""

_MEMORY: Final = 6 * 1024**3
_LEAST_S: Final = 20
_MOST_S: Final = 300
_BYTES_PER_S: Final = 40_000
"""The compile speed assumed for the time limit; a genuine runtime is several times faster."""
_LOOK_S: Final = 0.05
_SPENT: Final = 3


def compiled(wasm: bytes, serialize: Callable[[bytes], bytes]) -> bytes:
    """A module in wasmtime's serialized form; raises `BadCode`."""
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
            return serialize(wasm)  # the subprocess could not be started
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
    """Wait for the subprocess and return its output; end it if this process is stopping."""
    left = 4 * seconds  # wall clock time, on a machine with other load
    try:
        while True:
            try:
                return child.communicate(timeout=_LOOK_S)[1]
            except subprocess.TimeoutExpired:
                left -= _LOOK_S
                if is_stopping():
                    raise BadCode("compilation was ended: the node is stopping") from None
                if left < 0:
                    return b""
    finally:
        if child.poll() is None:
            child.kill()
            child.communicate()


def main(seconds: int) -> None:
    """The main function of the subprocess: reads code, writes a compiled module."""
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
