"""Environments for clients that are not ours: one virtual environment a set of requirements.

They are keyed by the requirements and the Python version, so that they are made once on a machine.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.foreign import Done, document, installed


@dataclass(frozen=True)
class Peer:
    """A Python that has somebody else's package installed."""

    python: Path
    requirements: tuple[str, ...]

    def run(self, script: Path, *args: str, timeout: float = 120, **env: str) -> Any:
        """Run `script`, and return the last JSON document, a line of its own, that it prints."""
        done = subprocess.run(
            [str(self.python), str(script), *args],
            capture_output=True,
            text=True,
            timeout=timeout,
            env={**os.environ, **env},
            check=False,
        )
        return document(script, done)


def peer_environment(*requirements: str) -> Peer:
    """The environment that has `requirements`; made on first use."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    key = hashlib.sha256("\n".join([version, *requirements]).encode()).hexdigest()[:16]
    name = requirements[0].split("=")[0].split(">")[0].split("<")[0]

    def install(folder: Path) -> Done:
        venv.create(folder, with_pip=True, clear=True)
        return subprocess.run(
            [str(_python(folder)), "-m", "pip", "install", "--quiet", *requirements],
            capture_output=True,
            text=True,
            check=False,
        )

    folder = installed(f"{name}-py{version}-{key}", ", ".join(requirements), install)
    return Peer(_python(folder), requirements)


def _python(folder: Path) -> Path:
    return folder / "bin" / "python"
