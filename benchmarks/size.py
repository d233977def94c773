"""Memory, disk and read costs of a chain: `python -m benchmarks.size`.

The start of a node on a chain of 10,000 blocks, the memory of a fresh chain, the time to read
100,000 keys with values, and the cost of a block on disk and in trie nodes.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from websockets.sync.client import ClientConnection
from websockets.sync.client import connect as dial

from benchmarks.node import one_start
from btsdk.keys import Keypair
from chain_spec import chains
from local_node.chain.chain import Chain
from local_node.chain.modes import Manual
from local_node.rpc.context import NodeIdentity
from local_node.rpc.dispatch import Dispatcher
from local_node.state.store import Store
from tests.node_process import NodeProcess
from tests.unit.local_node.rpc.line import Line, composer
from tests.wire import wire

BLOCKS = 10_000
KEYS = 100_000
PAGE = 1000
COUNTED = 50
TRANSFERS = 100
TURNS = 5
PREFIX = bytes.fromhex("5f3e4907f716ac89b6347d15ececedca")
ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob")


class Figure(NamedTuple):
    """A value with its unit, and its target (None: no target)."""

    name: str
    value: float
    unit: str
    target: float | None = None

    @property
    def is_reached(self) -> bool:
        return self.target is None or self.value <= self.target

    def __str__(self) -> str:
        line = f"{self.name:<52} {self.value:>10,.1f} {self.unit}"
        if self.target is None:
            return line
        return f"{line}   (target {self.target:g}: {'reached' if self.is_reached else 'MISSED'})"


def cold_start(folder: Path) -> Figure:
    """The time from starting the process to the first answer, on a chain of `BLOCKS` blocks."""
    path = folder / "long.chain"
    with _opened(path) as chain:
        for _ in range(BLOCKS):
            chain.author_block()
    taken = statistics.median(one_start(path) for _ in range(TURNS))
    return Figure(f"start to first answer, {BLOCKS:,} blocks", taken * 1e3, "ms", 600)


def memory(folder: Path) -> Figure:
    """The peak memory of a node on a fresh chain after it has served its metadata."""
    node = NodeProcess("dev", folder / "fresh.chain")
    try:
        with wire(node.endpoint) as link:
            link.call("state_getMetadata")
            status = Path(f"/proc/{node.pid}/status").read_text()
            most = next(line for line in status.splitlines() if line.startswith("VmHWM"))
            return Figure(
                "memory of a fresh chain, at most", int(most.split()[1]) / 1024, "MiB", 150
            )
    finally:
        node.stop()


def many_keys(folder: Path) -> Figure:
    """The time to page through the keys of a prefix and read their values."""
    node = NodeProcess("dev", folder / "keys.chain")
    try:
        with dial(node.endpoint, max_size=None) as link:
            pairs = [
                [f"0x{(PREFIX + number.to_bytes(32, 'big')).hex()}", f"0x{number:064x}"]
                for number in range(KEYS)
            ]
            for at in range(0, KEYS, 20_000):
                _ask(link, "dev_setStorage", [pairs[at : at + 20_000]])
            begun = time.perf_counter()
            found = dict(_read_all(link))
            taken = time.perf_counter() - begun
            assert found == dict(pairs)
            return Figure(f"{KEYS:,} keys and their values, end to end", taken * 1e3, "ms", 3000)
    finally:
        node.stop()


def _read_all(link: ClientConnection) -> Iterator[list[str]]:
    after = None
    while True:
        keys = _ask(link, "state_getKeysPaged", ["0x" + PREFIX.hex(), PAGE, after])
        if keys:
            [page] = _ask(link, "state_queryStorageAt", [keys])
            yield from page["changes"]
        if len(keys) < PAGE:
            return
        after = keys[-1]


def _ask(link: ClientConnection, method: str, params: list[Any]) -> Any:
    link.send(json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}))
    return json.loads(link.recv(timeout=60))["result"]


def blocks(folder: Path) -> Iterator[Figure]:
    """The cost of an empty block, and of a transfer in a block."""
    path = folder / "blocks.chain"

    def none(chain: Chain) -> None:
        for _ in range(COUNTED):
            chain.author_block()

    def many(chain: Chain) -> None:
        signing = composer(Line(Dispatcher(chain, NodeIdentity())))
        call = signing.transfer(BOB, 10**6)
        first = signing.nonce(ALICE)
        for nonce in range(first, first + COUNTED * TRANSFERS):
            chain.submit(bytes.fromhex(signing.signed(ALICE, call, nonce)[2:]))
            if nonce % TRANSFERS == TRANSFERS - 1:
                chain.author_block()

    with _opened(path) as chain:
        none(chain)
    empty, full = _cost(path, none), _cost(path, many)
    for (name, unit), each, rest in zip(_COSTS, empty, full, strict=True):
        yield Figure(f"an empty block, {name}", each, unit)
        yield Figure(f"a transfer among {TRANSFERS}, {name}", (rest - each) / TRANSFERS, unit)


_COSTS = (("on disk", "bytes"), ("in the trie", "nodes"))


def _cost(path: Path, work: Callable[[Chain], None]) -> list[float]:
    """The bytes on disk and trie nodes of each block that `work` makes."""
    before = path.stat().st_size
    with _opened(path) as chain:
        nodes = len(chain.store.node_hashes())
        work(chain)
        grown = len(chain.store.node_hashes()) - nodes
    return [(path.stat().st_size - before) / COUNTED, grown / COUNTED]


@contextmanager
def _opened(path: Path) -> Iterator[Chain]:
    chain = Chain.open(chains.load("dev"), Store(path), mode=Manual())
    yield chain
    chain.close()


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = [*blocks(folder), memory(folder), many_keys(folder), cold_start(folder)]
    for figure in found:
        print(figure)
    return 0 if all(figure.is_reached for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
