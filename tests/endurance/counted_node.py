"""A node in a process of its own that says, when it is asked, what it has going on."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import NamedTuple

from local_node.process.node import Node, NodeConfig
from local_node.rpc.peer import Peer, Subscription
from tests.runtimes import BUNDLED, Ground
from tests.wire import eventually, wire


class Census(NamedTuple):
    """What a process holds: memory in KiB, and how many there are of everything else."""

    memory: int
    sockets: int
    threads: int
    tasks: int
    peers: int
    subscriptions: int


class CountedNode:
    """The node; `endpoint` is its `ws://…` url."""

    def __init__(self, chain_file: Path, ground: Ground = BUNDLED) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__, ground.chain, str(chain_file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).resolve().parents[2],
        )
        self.endpoint: str = self._answer()
        with wire(self.endpoint) as link:  # the server is all there once it has answered
            link.call("system_health")
            ground.endow(link)
        eventually(lambda: self.census().peers == 0)

    def census(self) -> Census:
        """What the node holds now, after it has collected its garbage."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return Census(*json.loads(self._answer()))

    def stop(self) -> int:
        """End it; its exit status."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        status = self._process.wait(timeout=60)
        self._process.stdout.close()
        return status

    def _answer(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline().strip()
        assert line, f"the node ended with {self._process.wait()}"
        return line


def _count() -> Census:
    gc.collect()
    found = gc.get_objects()
    status = Path("/proc/self/status").read_text()
    memory = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    links = [Path("/proc/self/fd", name) for name in os.listdir("/proc/self/fd")]
    return Census(
        int(memory.split()[1]),
        sum(link.is_socket() for link in links),
        threading.active_count(),
        sum(isinstance(each, asyncio.Task) and not each.done() for each in found),
        sum(type(each) is Peer for each in found),
        sum(type(each) is Subscription for each in found),
    )


def main() -> None:
    chain, chain_file = sys.argv[1:]
    node = Node.start(NodeConfig(chain, Path(chain_file), port=0))
    print(node.endpoint, flush=True)
    for _ in sys.stdin:
        print(json.dumps(_count()), flush=True)
    node.stop()


if __name__ == "__main__":
    main()
