"""One chain file, and processes that come, work, go, and are killed while they hold it."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

from chain_spec import chains
from local_node.embedded.chain_file import holder_of, lock_chain_file
from local_node.embedded.open_chain import OpenChain
from local_node.process.maintenance import check_chain_file
from tests.node_process import NodeProcess
from tests.wire import eventually, wire

_WORKER = """
import json, sys
from pathlib import Path
from btsdk.errors import TransportError
from local_node.embedded import connect

path, rounds = Path(sys.argv[1]), int(sys.argv[2])
for _ in range(rounds):
    transport = connect(path, wait_s=60)
    try:
        transport.send('{"jsonrpc":"2.0","id":1,"method":"dev_newBlock","params":[]}')
        made = json.loads(transport.receive(60))["result"]
        print(type(transport).__name__, made, flush=True)
    except TransportError:
        print("lost", flush=True)  # whoever had the file is gone: the next round finds another
    finally:
        transport.close()
"""


class Worker(threading.Thread):
    """A process that makes a block, lets go, and comes again; what it said is written down."""

    def __init__(self, path: Path, rounds: int) -> None:
        super().__init__(daemon=True)
        self._process = subprocess.Popen(
            [sys.executable, "-c", _WORKER, str(path), str(rounds)],
            stdout=subprocess.PIPE,
            text=True,
        )
        self.said: list[tuple[str, str]] = []
        self.pid = self._process.pid
        self.start()

    def run(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.endswith("\n"):  # the last one may be cut off by its death
                how, _, block = line.strip().partition(" ")
                self.said.append((how, block))
        self._process.stdout.close()

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> int:
        """Wait for its end; its exit status."""
        status = self._process.wait(120)
        self.join(60)
        return status


def assert_all_there(path: Path, workers: list[Worker]) -> Counter[str]:
    """Each block that somebody was told of is on the chain, which holds; how they were told."""
    told = [made for worker in workers for made in worker.said]
    hosted = OpenChain(lock_chain_file(path))
    chain = hosted.chain
    on_chain = {"0x" + (chain.hash_at(n) or b"").hex() for n in chain.numbers()}
    hosted.close()
    blocks = [block for _, block in told if block]
    assert len(set(blocks)) == len(blocks)
    assert set(blocks) <= on_chain
    lock = lock_chain_file(path)
    report = check_chain_file(lock)
    lock.release()
    assert report.problems == ()
    assert report.executed == report.head.number
    return Counter(how for how, _ in told)


@pytest.mark.slow
def test_processes_take_turns(tmp_path: Path) -> None:
    path = tmp_path / "dev.chain"
    OpenChain(lock_chain_file(path), chains.load("dev")).close()
    workers = [Worker(path, 5) for _ in range(3)]
    assert [worker.end() for worker in workers] == [0] * 3
    assert holder_of(path) is None
    ways = assert_all_there(path, workers)
    assert ways["InProcess"] + ways["WebSocket"] + ways["lost"] == 3 * 5
    assert ways["InProcess"] > 0


def test_whoever_holds_it_is_killed_and_the_others_go_on(tmp_path: Path) -> None:
    path = tmp_path / "dev.chain"
    OpenChain(lock_chain_file(path), chains.load("dev")).close()
    chance = random.Random(7)
    doomed = [Worker(path, 10_000) for _ in range(3)]
    steady = Worker(path, 8)
    for worker in doomed:
        before = len(worker.said) + chance.randrange(1, 4)
        eventually(lambda worker=worker, before=before: len(worker.said) >= before, 120)
        worker.kill()
    assert [worker.end() for worker in doomed] == [-9] * 3
    assert steady.end() == 0
    assert holder_of(path) is None
    assert_all_there(path, [*doomed, steady])


def test_a_node_takes_over_from_those_who_come_and_go(tmp_path: Path) -> None:
    """Clients hold the file for moments only; a node waits for its turn and then stays."""
    path = tmp_path / "dev.chain"
    OpenChain(lock_chain_file(path), chains.load("dev")).close()
    workers = [Worker(path, 10_000) for _ in range(2)]
    eventually(lambda: all(worker.said for worker in workers), 120)
    node = NodeProcess("dev", path)
    before = [len(worker.said) for worker in workers]

    def served(worker: Worker, since: int) -> bool:
        return any(how == "WebSocket" for how, _ in worker.said[since:])

    eventually(lambda: all(map(served, workers, before)), 120)
    for worker in workers:
        worker.kill()
        worker.end()
    with wire(node.endpoint) as link:
        assert link.call("system_health")["isSyncing"] is False
    assert node.stop() == 0
    ways = assert_all_there(path, workers)
    assert ways["WebSocket"] > 0
