"""Environments for clients that are not ours: one virtual environment a set of requirements.

They live outside the clone, keyed by the requirements and the Python version, so that they are
made once on a machine. A peer that cannot be installed (no registry) skips its tests, except in CI.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import subprocess
import sys
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

_CACHE = Path(os.environ.get("BTSDK_PEERS_DIR", Path.home() / ".cache" / "btsdk-test-peers"))


@dataclass(frozen=True)
class Peer:
    """A Python that has somebody else's package installed."""

    python: Path
    requirements: tuple[str, ...]

    def run(self, script: Path, *args: str, timeout: float = 120, **env: str) -> Any:
        """Run `script`, and return the last JSON document, a line of its own, that it prints.

        What a library logs at its end may come after it.
        """
        done = subprocess.run(
            [str(self.python), str(script), *args],
            capture_output=True,
            text=True,
            timeout=timeout,
            env={**os.environ, **env},
            check=False,
        )
        if done.returncode != 0:
            pytest.fail(
                f"{script.name} ended with {done.returncode}\n"
                f"{done.stdout[-4000:]}\n{done.stderr[-4000:]}"
            )
        documents = [line for line in done.stdout.splitlines() if line.startswith(("{", "["))]
        return json.loads(documents[-1])


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def peer_environment(*requirements: str) -> Peer:
    """The environment that has `requirements`; made on first use."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    key = hashlib.sha256("\n".join([version, *requirements]).encode()).hexdigest()[:16]
    name = requirements[0].split("=")[0].split(">")[0].split("<")[0]
    folder = _CACHE / f"{name}-py{version}-{key}"
    python = folder / "bin" / "python"
    _CACHE.mkdir(parents=True, exist_ok=True)
    with _locked(_CACHE / f"{folder.name}.lock"):
        if not (folder / "ready").exists():
            venv.create(folder, with_pip=True, clear=True)
            done = subprocess.run(
                [str(python), "-m", "pip", "install", "--quiet", *requirements],
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode != 0:
                reason = f"cannot install {', '.join(requirements)}: {done.stderr.strip()[-500:]}"
                if os.environ.get("CI"):
                    pytest.fail(reason)
                pytest.skip(reason)
            (folder / "ready").touch()
    return Peer(python, requirements)
