"""Start-up and transfer times of the node: `python -m benchmarks.node`.

Medians of wall-clock time within one run. Figures that start a process are compared with the start
of a bare Python, and the last line has the import time of `substrateinterface`, so that a busy or
slow machine can be recognized.
"""

from __future__ import annotations

import contextlib
import json
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from websockets.sync.client import connect as dial

from benchmarks.timing import installed
from btsdk.extrinsic import Signing, address_value, encode_signed, signature_value, signing_payload
from btsdk.keys import Keypair
from btsdk.metadata import Metadata, decode_metadata
from local_node.process.node import Node, NodeConfig

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob")
RAO = 1_000_000_000
TURNS = 5
TRANSFERS = 100

_READY = """
import time
begun = time.perf_counter()
import sys
from pathlib import Path
from local_node.embedded import connect
chain = connect(Path(sys.argv[1]))
for method in '"system_accountNextIndex","params":["%s"]' % sys.argv[2], '"dev_newBlock"':
    chain.send('{"jsonrpc":"2.0","id":1,"method":%s}' % method)
    assert '"result"' in chain.receive(10)
    print(time.perf_counter() - begun)
chain.close()
"""
"""Seconds until the runtime's first answer and its first block. The runtime is loaded on demand, so
an answer of the host alone would mean little."""


class Figure(NamedTuple):
    """A median in seconds, its target if there is one, and the start of a bare Python for
    comparison."""

    name: str
    median: float
    target: float | None
    python: float | None = None

    def __str__(self) -> str:
        ratio = "" if self.python is None else f"{self.median / self.python:>6.1f} bare Pythons"
        line = f"{self.name:<44} {self.median * 1e3:>8.1f} ms {ratio:>20}"
        if self.target is None:
            return line.rstrip()
        verdict = "reached" if self.is_reached else "MISSED"
        return f"{line}   (target {self.target * 1e3:.0f} ms: {verdict})"

    @property
    def is_reached(self) -> bool:
        return self.target is None or self.median <= self.target


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def bare_python(code: str = "pass") -> float:
    """The time to start a Python interpreter on this machine."""
    command = [sys.executable, "-c", code]
    return statistics.median(
        timed(lambda: subprocess.run(command, check=True)) for _ in range(TURNS)
    )


def node_start(folder: Path, python: float) -> Figure:
    """The time from `btcli node start` to the first answer, on a new chain."""
    taken = [one_start(folder / f"start{turn}.chain") for turn in range(TURNS)]
    return Figure("btcli node start to first answer", statistics.median(taken), 1.0, python)


def one_start(path: Path) -> float:
    """The seconds from starting the process on a chain file to the first answer."""
    port = free_port()
    command = [sys.executable, "-m", "btcli", "node", "start", "--port", str(port)]
    begun = time.perf_counter()
    node = subprocess.Popen(
        [*command, "--chain-file", str(path)], stdout=subprocess.DEVNULL, env=installed()
    )
    try:
        while not answers(port):
            if node.poll() is not None or time.perf_counter() - begun > 60:
                raise SystemExit(f"the node did not start ({node.poll()})")
            time.sleep(0.005)
        return time.perf_counter() - begun
    finally:
        node.terminate()
        node.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def answers(port: int) -> bool:
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "chain_getHeader"}).encode()
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"http://127.0.0.1:{port}", data=body, headers=headers)
    with contextlib.suppress(OSError), urllib.request.urlopen(request, timeout=10) as answer:
        return b'"result"' in answer.read()
    return False


def in_process(folder: Path, python: float) -> Iterator[Figure]:
    """The time from the first import to the runtime's first answer and first block, on a new and on
    an existing chain."""
    paths = [folder / f"here{turn}.chain" for turn in range(TURNS)]
    for file in ("new file", "file exists"):
        ready, block = zip(*(_one_opening(path) for path in paths), strict=True)
        yield Figure(f"in-process chain ready ({file})", statistics.median(ready), 0.3, python)
        yield Figure(f"in-process chain's first block ({file})", statistics.median(block), None)


def _one_opening(path: Path) -> tuple[float, float]:
    command = [sys.executable, "-c", _READY, str(path), ALICE.ss58_address]
    ready, block = subprocess.run(command, check=True, capture_output=True).stdout.split()
    return float(ready), float(block)


class Transfers:
    """Presigned transfers of one TAO."""

    def __init__(self, node: Node) -> None:
        self._metadata: Metadata = decode_metadata(node.chain.metadata())
        self._genesis = node.chain.genesis_hash
        self._version = node.chain.version()

    def make(self, nonces: range) -> list[bytes]:
        return [self._signed(nonce) for nonce in nonces]

    def _signed(self, nonce: int) -> bytes:
        metadata = self._metadata
        dest = ("Id", BOB.public_key)
        call = metadata.encode_call("Balances", "transfer_keep_alive", {"dest": dest, "value": RAO})
        signing = Signing(
            nonce,
            self._version.spec_version,
            self._version.transaction_version,
            self._genesis,
            self._genesis,
        )
        extra = signing.extra(metadata)
        payload = signing_payload(metadata, call, extra, signing.additional(metadata))
        signature = signature_value(metadata, ALICE.crypto, ALICE.sign(payload))
        return encode_signed(
            metadata, call, address_value(metadata, ALICE.public_key), signature, extra
        )


def transfers(folder: Path) -> Iterator[Figure]:
    """The time from submitting a signed transfer to the notification that it is in a block."""
    node = Node.start(NodeConfig(chain="dev", chain_file=folder / "transfers.chain", port=0))
    try:
        ready = Transfers(node)
        here = [
            timed(lambda extrinsic=extrinsic: node.chain.submit(extrinsic))  # type: ignore[misc]
            for extrinsic in ready.make(range(TRANSFERS))
        ]
        yield Figure("transfer to in-block, in process", statistics.median(here), 0.02)
        there = _over_websocket(node.endpoint, ready.make(range(TRANSFERS, 2 * TRANSFERS)))
        yield Figure("transfer to in-block, WebSocket", statistics.median(there), 0.02)
    finally:
        node.stop()


def _over_websocket(endpoint: str, extrinsics: list[bytes]) -> list[float]:
    with dial(endpoint) as link:

        def send(extrinsic: bytes) -> None:
            params = ["0x" + extrinsic.hex()]
            link.send(_request("author_submitAndWatchExtrinsic", params))
            while "inBlock" not in str(link.recv(timeout=10)):
                pass

        return [timed(lambda extrinsic=extrinsic: send(extrinsic)) for extrinsic in extrinsics]  # type: ignore[misc]


def _request(method: str, params: list[Any]) -> str:
    return json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params})


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder, python = Path(name), bare_python()
        found = [
            node_start(folder, python),
            *in_process(folder, python),
            *transfers(folder),
        ]
        yardstick = bare_python("import substrateinterface") - python
    for figure in found:
        print(figure)
    print(f"{'(import substrateinterface, to compare)':<44} {yardstick * 1e3:>8.1f} ms")
    return 0 if all(figure.is_reached for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
