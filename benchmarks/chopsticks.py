"""chopsticks from npm, on a raw chain spec, for comparison with a compiled runtime.

It is installed once on a machine, outside the clone; without Node.js, npm or a registry it raises
`NoChopsticks`.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

VERSION: Final = "1.5.1"
_FOLDER: Final = Path(os.environ.get("BTSDK_PEERS_DIR", Path.home() / ".cache/btsdk-test-peers"))
_PATIENCE_S: Final = 90.0


class NoChopsticks(Exception):
    """chopsticks is not available; the message has the reason."""


@contextmanager
def chopsticks(spec: Path, folder: Path) -> Iterator[tuple[str, int]]:
    """A running chopsticks that makes blocks on request: its URL and its process id."""
    program = _installed()
    port = _free_port()
    config = folder / "chopsticks.yml"
    config.write_text(f"chain-spec: {spec}\nbuild-block-mode: Manual\n")
    with (folder / "chopsticks.log").open("w+") as log:
        process = subprocess.Popen(
            [_found("node"), str(program), f"--config={config}", f"--port={port}"],
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**os.environ, "POLKADOTJS_DISABLE_ESM_CJS_WARNING": "1"},
        )
        try:
            _wait(process, folder / "chopsticks.log")
            yield f"ws://127.0.0.1:{port}", process.pid
        finally:
            process.terminate()
            process.wait(timeout=30)


def _wait(process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while "RPC listening" not in log.read_text(errors="replace"):
        if process.poll() is not None or time.monotonic() > deadline:
            raise NoChopsticks(f"it did not start: {log.read_text(errors='replace')[-300:]}")
        time.sleep(0.2)


def _installed() -> Path:
    """The path of its program, which is installed on first use."""
    folder = _FOLDER / f"chopsticks-{VERSION}"
    program = folder / "node_modules" / "@acala-network" / "chopsticks" / "chopsticks.cjs"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        package = f"@acala-network/chopsticks@{VERSION}"
        command = [_found("npm"), "install", "--ignore-scripts", "--no-audit", "--no-fund", package]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise NoChopsticks(f"npm cannot install it: {done.stderr.strip()[-300:]}")
    return program


def _found(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise NoChopsticks(f"there is no {program}")
    return path


def _free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port: int = line.getsockname()[1]
        return port
