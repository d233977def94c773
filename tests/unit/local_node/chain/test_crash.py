"""A process that is killed in the middle of its work loses at most the block in the making."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from local_node.state.store import Store
from tests.unit.local_node.chain.conftest import Open
from tests.unit.local_node.chain.counter import read_u32

_WORKER = """
import sys
from local_node.chain.chain import Chain
from local_node.chain.clock import Clock
from local_node.state.store import Store
from tests.unit.local_node.chain.counter import CounterRuntime, Spec, add

chain = Chain.open(Spec(), Store(sys.argv[1], keep=5), Clock(lambda: 1), CounterRuntime())
nonce = chain.best.number
while True:
    chain.submit(add(1, nonce, 1))
    nonce += 1
    print(chain.best.number, chain.best.hash.hex(), flush=True)
"""

_WANDERER = """
import sys
from local_node.chain.chain import Chain
from local_node.chain.clock import Clock
from local_node.chain.modes import Manual
from local_node.state.store import Store
from tests.unit.local_node.chain.counter import CounterRuntime, Spec

store = Store(sys.argv[1], keep=2)
chain = Chain.open(Spec(), store, Clock(lambda: 1), CounterRuntime(), mode=Manual())
chain.set_finality_lag(3)
while True:
    for step in range(4):
        chain.author_block()
        print(chain.finalized.number, chain.finalized.hash.hex(), flush=True)
    chain.revert_to(chain.hash_at(chain.finalized.number + 1))
"""
"""Goes three blocks back after each four that it makes."""


def killed(path: Path, blocks: int, work: str = _WORKER) -> tuple[int, str]:
    """Number and hash of the last block that a worker told of before it was killed."""
    worker = subprocess.Popen(
        [sys.executable, "-c", work, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert worker.stdout is not None
    told = [worker.stdout.readline() for _ in range(blocks)]
    worker.kill()
    told += worker.stdout.readlines()
    worker.wait()
    worker.stdout.close()
    number, block_hash = [line for line in told if line.endswith("\n")][-1].split()
    return int(number), block_hash


def test_nothing_that_was_told_is_lost(open_chain: Open, tmp_path: Path) -> None:
    path = tmp_path / "chain"
    for blocks in (1, 9, 30):
        number, block_hash = killed(path, blocks)
        chain = open_chain(Store(path))
        assert number <= chain.best.number <= number + 1
        assert chain.hash_at(number) == bytes.fromhex(block_hash)
        assert read_u32(chain.state().get(b"sum")) == chain.best.number
        assert chain.check(execute=True) == []
        chain.close()


def test_nothing_that_was_final_is_lost(open_chain: Open, tmp_path: Path) -> None:
    """In the middle of reorganisations, with few states kept."""
    path = tmp_path / "chain"
    before = 0
    for blocks in (2, 9, 30):
        number, block_hash = killed(path, blocks, _WANDERER)
        chain = open_chain(Store(path))
        assert chain.finality_lag == 3
        assert before <= number <= chain.finalized.number <= number + 1
        assert chain.hash_at(number) == bytes.fromhex(block_hash)
        assert chain.best.number - chain.finalized.number <= 3
        for ref in chain.unfinalized():
            chain.revert_to(ref.hash)
        assert chain.check(execute=True) == []
        before = number
        chain.close()
