"""Node.js with the packages of `package-lock.json`, installed once on a machine, outside the clone.

Where there is no Node.js the tests skip; where the packages cannot be installed (no registry) they
skip too, except in CI.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.foreign import Done, document, installed

_HERE = Path(__file__).parent
_OLDEST_NODE = 20


@dataclass(frozen=True)
class NodeJs:
    """A folder with `node_modules`, and the `node` that runs in it."""

    node: str
    folder: Path

    def run(self, script: Path, *args: str, timeout: float = 120) -> Any:
        """Run `script`, and return the last JSON document, a line of its own, that it prints.

        Modules are found from where a script lies, so a copy of it is run beside them.
        """
        copy = self.folder / f"{script.stem}-{uuid4().hex}.mjs"
        shutil.copy(script, copy)
        try:
            done = subprocess.run(
                [self.node, str(copy), *args],
                capture_output=True,
                text=True,
                timeout=timeout,
                check=False,
            )
        finally:
            copy.unlink()
        return document(script, done)


def node_environment() -> NodeJs:
    """The environment that the lock file describes; made on first use."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None or _version(node) < _OLDEST_NODE:
        pytest.skip(f"needs Node.js {_OLDEST_NODE} or newer, with npm")
    lock = _HERE / "package-lock.json"
    key = hashlib.sha256(lock.read_bytes()).hexdigest()[:16]
    name = f"node{_version(node)}-{key}"
    folder = installed(name, "the clients with npm", lambda folder: _install(npm, folder))
    return NodeJs(node, folder)


def _install(npm: str, folder: Path) -> Done:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name in ("package.json", "package-lock.json"):
        shutil.copy(_HERE / name, folder)
    return subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def _version(node: str) -> int:
    """The major version of a Node.js."""
    text = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    return int(text.removeprefix("v").split(".")[0])
