"""Programs that are not ours: installed once on a machine, outside the clone, and what they print.

What cannot be installed (no registry) skips its tests, except in CI.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

_CACHE = Path(os.environ.get("BTSDK_PEERS_DIR", Path.home() / ".cache" / "btsdk-test-peers"))

Done = subprocess.CompletedProcess[str]


def installed(name: str, what: str, install: Callable[[Path], Done]) -> Path:
    """The folder `name`, filled by `install` unless it was before; `what` is for messages."""
    folder = _CACHE / name
    _CACHE.mkdir(parents=True, exist_ok=True)
    with _locked(_CACHE / f"{name}.lock"):
        if not (folder / "ready").exists():
            done = install(folder)
            if done.returncode != 0:
                _cannot(f"cannot install {what}: {done.stderr.strip()[-500:]}")
            (folder / "ready").touch()
    return folder


def document(script: Path, done: Done) -> Any:
    """The last JSON document, a line of its own, that a script printed; it must have succeeded.

    What a library logs at its end may come after it.
    """
    if done.returncode != 0:
        pytest.fail(
            f"{script.name} ended with {done.returncode}\n"
            f"{done.stdout[-4000:]}\n{done.stderr[-4000:]}"
        )
    documents = [line for line in done.stdout.splitlines() if line.startswith(("{", "["))]
    return json.loads(documents[-1])


def _cannot(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
