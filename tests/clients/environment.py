"""Node.js with the packages of `package-lock.json`, installed once on a machine, outside the clone.

Where there is no Node.js the tests skip; where the packages cannot be installed (no registry) they
skip too, except in CI.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

_HERE = Path(__file__).parent
_CACHE = Path(os.environ.get("BTSDK_PEERS_DIR", Path.home() / ".cache" / "btsdk-test-peers"))
_OLDEST_NODE = 20


@dataclass(frozen=True)
class NodeJs:
    """A folder with `node_modules`, and the `node` that runs in it."""

    node: str
    folder: Path

    def run(self, script: Path, *args: str, timeout: float = 120) -> Any:
        """Run `script`; its last line of output is a JSON document, which is returned.

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
        if done.returncode != 0:
            pytest.fail(
                f"{script.name} ended with {done.returncode}\n"
                f"{done.stdout[-4000:]}\n{done.stderr[-4000:]}"
            )
        return json.loads(done.stdout.strip().splitlines()[-1])


def node_environment() -> NodeJs:
    """The environment that the lock file describes; made on first use."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None or _version(node) < _OLDEST_NODE:
        pytest.skip(f"needs Node.js {_OLDEST_NODE} or newer, with npm")
    lock = _HERE / "package-lock.json"
    key = hashlib.sha256(lock.read_bytes()).hexdigest()[:16]
    folder = _CACHE / f"node{_version(node)}-{key}"
    _CACHE.mkdir(parents=True, exist_ok=True)
    with _locked(_CACHE / f"{folder.name}.lock"):
        if not (folder / "ready").exists():
            _install(npm, folder)
    return NodeJs(node, folder)


def _install(npm: str, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name in ("package.json", "package-lock.json"):
        shutil.copy(_HERE / name, folder)
    done = subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        reason = f"npm cannot install the clients: {done.stderr.strip()[-500:]}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    (folder / "ready").touch()


def _version(node: str) -> int:
    """The major version of a Node.js."""
    text = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    return int(text.removeprefix("v").split(".")[0])


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
