"""A node in a process of its own: started, reached by its endpoint, stopped or killed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_RUNNER = """
import signal, sys
from pathlib import Path
from local_node.process.node import Node, NodeConfig

chain, path, port = sys.argv[1:]
node = Node.start(NodeConfig(chain=chain, chain_file=Path(path), port=int(port)))
signal.signal(signal.SIGTERM, lambda *_: node.request_stop())
print(node.endpoint, flush=True)
node.wait()
node.stop()
"""


class NodeProcess:
    """A running node; `endpoint` is its `ws://…` url, `url` the same for HTTP."""

    def __init__(self, chain: str, chain_file: Path, port: int = 0) -> None:
        self.chain_file = chain_file
        self._process = subprocess.Popen(
            [sys.executable, "-c", _RUNNER, chain, str(chain_file), str(port)],
            stdout=subprocess.PIPE,
            text=True,
            env={name: value for name, value in os.environ.items() if name != "BTSDK_CHAIN_FILE"},
        )
        assert self._process.stdout is not None
        self.endpoint = self._process.stdout.readline().strip()
        assert self.endpoint.startswith("ws://"), f"the node ended with {self._process.wait()}"

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def url(self) -> str:
        return "http" + self.endpoint.removeprefix("ws")

    def kill(self) -> None:
        """End it as a crash would: SIGKILL."""
        self._process.kill()
        self._end()

    def stop(self) -> int:
        """Ask it to end; its exit status."""
        self._process.terminate()
        return self._end()

    def _end(self) -> int:
        status = self._process.wait(timeout=60)
        assert self._process.stdout is not None
        self._process.stdout.close()
        return status
