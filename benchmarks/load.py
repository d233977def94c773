"""The throughput of the node: signed transfers over WebSocket, with reads at the same time.

usage: python -m benchmarks.load [SECONDS]

Three processes: the node with a chain file of its own, this one, which submits presigned transfers,
and one that reads a storage item repeatedly. The rate counts transfers until the last one is
executed and on disk; the node verifies every signature.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any, NamedTuple

from websockets.sync.client import ClientConnection
from websockets.sync.client import connect as dial

from benchmarks.arguments import number
from btsdk.keys import Keypair
from btsdk.keys.verifying import verify
from tests.node_process import NodeProcess
from tests.wire import Composer, Wire, eventually, wire

SECONDS = 30.0
LEAST_SECONDS = 1.0
SENDERS = 500
WIRES = 4
WINDOW = 64
"""The number of requests in flight on each connection."""
SIGNED_PER_SECOND = 2500
"""More than can be executed, so that the load does not run out."""
BLOCK_SECONDS = 1.0
READ_EVERY_S = 0.005
CHECKS = 2000
RATE_TARGET, READ_TARGET_MS = 1500, 5.0
TAO = 1_000_000_000


class Loaded(NamedTuple):
    """The result of a run under load: transfers a second, and read times in ms.

    `check_us` is the time of verifying one signature, before and after the load, to compare
    machines.
    """

    rate: float
    sent: int
    seconds: float
    cpu_us: float
    check_us: float
    reads: list[float]

    def quantile(self, share: float) -> float:
        return statistics.quantiles(self.reads, n=1000)[round(share * 1000) - 1]

    def __str__(self) -> str:
        p99 = self.quantile(0.99)
        return "\n".join(
            (
                f"{self.sent} signed transfers in {self.seconds:.1f} s: {self.rate:,.0f} a second, "
                f"{self.cpu_us:.0f} us of CPU each   "
                f"(target {RATE_TARGET}: {_verdict(self.rate >= RATE_TARGET)})",
                f"the node's CPU for one is that of {self.cpu_us / self.check_us:.1f} signature "
                f"checks, of {self.check_us:.0f} us each",
                f"state_getStorage meanwhile ({len(self.reads)} reads): "
                f"p50 {self.quantile(0.5):.2f} ms, p99 {p99:.2f} ms, most {max(self.reads):.1f} ms"
                f"   (target p99 {READ_TARGET_MS:.0f} ms: {_verdict(p99 <= READ_TARGET_MS)})",
            )
        )

    @property
    def is_reached(self) -> bool:
        return self.rate >= RATE_TARGET and self.quantile(0.99) <= READ_TARGET_MS


def under_load(folder: Path, seconds: float) -> Loaded:
    """Send transfers for a time, and wait until all are in blocks."""
    node = NodeProcess("dev", folder / "load.chain")
    try:
        with wire(node.endpoint) as link:
            senders = _funded(link)
            link.call("dev_setBlockBuildMode", "Interval", BLOCK_SECONDS)
            signed = _signed(Composer(link), senders, round(seconds * SIGNED_PER_SECOND))
            return _driven(node, link, senders, signed, seconds)
    finally:
        node.stop()


def _driven(
    node: NodeProcess, link: Wire, senders: Sequence[Keypair], signed: list[str], seconds: float
) -> Loaded:
    accounts = [keypair.public_key for keypair in senders]
    composer = Composer(link)
    before, cpu, check_us = _nonces(composer, accounts), cpu_seconds(node.pid), _check_us()
    with _reading(node.endpoint, composer, accounts) as reads:
        begun = time.perf_counter()  # the readers are running
        sent = _send(node.endpoint, signed, begun + seconds)
        eventually(lambda: _nonces(composer, accounts) - before == sent)
        taken = time.perf_counter() - begun
    if not sent:
        raise SystemExit(f"nothing was sent in {seconds:g} s: name more seconds")
    cpu_us = (cpu_seconds(node.pid) - cpu) / sent * 1e6
    return Loaded(sent / taken, sent, taken, cpu_us, (check_us + _check_us()) / 2, reads)


def _funded(link: Wire) -> list[Keypair]:
    senders = [Keypair.from_uri(f"//Sender//{number}") for number in range(SENDERS)]
    for keypair in senders:
        link.call("dev_setBalance", keypair.ss58_address, 1000 * TAO)
    return senders


def _signed(composer: Composer, senders: Sequence[Keypair], count: int) -> list[str]:
    """Signed transfers from every sender to the next one, in nonce order."""
    calls = [
        composer.transfer(senders[(at + 1) % len(senders)], TAO // 1000)
        for at in range(len(senders))
    ]
    return [
        composer.signed(senders[at % len(senders)], calls[at % len(senders)], at // len(senders))
        for at in range(count)
    ]


def _send(endpoint: str, signed: list[str], until: float) -> int:
    """Submit transfers over several connections; returns how many were accepted."""
    counts: list[int] = []
    threads = [
        threading.Thread(
            target=lambda at=at: counts.append(_pour(endpoint, signed[at::WIRES], until))
        )
        for at in range(WIRES)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(counts) == WIRES, "a connection broke"
    return sum(counts)


def _pour(endpoint: str, signed: list[str], until: float) -> int:
    with dial(endpoint, compression=None, max_size=None) as link:
        sent = answered = 0
        while answered < sent or (sent < len(signed) and time.perf_counter() < until):
            while sent - answered < WINDOW and sent < len(signed) and time.perf_counter() < until:
                link.send(_request(sent, "author_submitExtrinsic", [signed[sent]]))
                sent += 1
            if answered < sent:
                _expect_result(link)
                answered += 1
        return answered


def _expect_result(link: ClientConnection) -> None:
    answer = link.recv(timeout=60)
    if '"result"' not in str(answer):
        raise SystemExit(f"the node refused a transfer: {answer!r}")


def _request(identifier: int, method: str, params: list[Any]) -> str:
    return json.dumps({"jsonrpc": "2.0", "id": identifier, "method": method, "params": params})


@contextmanager
def _reading(endpoint: str, composer: Composer, accounts: list[bytes]) -> Iterator[list[float]]:
    """Read storage in a separate process while the block runs; the times in ms are complete at its
    end."""
    item = composer.metadata.storage("System", "Account")
    keys = ["0x" + item.key(account).hex() for account in accounts]
    context = multiprocessing.get_context("spawn")
    stop = context.Event()
    results, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_read, args=(endpoint, keys, stop, theirs))
    process.start()
    theirs.close()
    reads: list[float] = []
    try:
        yield reads
    finally:
        stop.set()
        reads.extend(results.recv())
        process.join()


def _read(endpoint: str, keys: list[str], stop: Event, results: Any) -> None:
    taken = []
    chance = random.Random(1)
    with dial(endpoint, compression=None) as link:
        while not stop.is_set():
            request = _request(1, "state_getStorage", [chance.choice(keys)])
            begun = time.perf_counter()
            link.send(request)
            link.recv(timeout=60)
            taken.append((time.perf_counter() - begun) * 1e3)
            time.sleep(READ_EVERY_S)
    results.send(taken)


def _check_us() -> float:
    """The time to verify one signature in this process, in microseconds."""
    signer, message = Keypair.from_uri("//Alice"), bytes(120)
    signature = signer.sign(message)
    begun = time.process_time()
    for _ in range(CHECKS):
        assert verify(signature, message, signer.public_key)
    return (time.process_time() - begun) / CHECKS * 1e6


def _nonces(composer: Composer, accounts: list[bytes]) -> int:
    """The number of transfers of these accounts in blocks."""
    item = composer.metadata.storage("System", "Account")
    keys = ["0x" + item.key(account).hex() for account in accounts]
    [found] = composer.node.call("state_queryStorageAt", keys)
    return sum(int(item.decode(bytes.fromhex(raw[2:]))["nonce"]) for _, raw in found["changes"])


def cpu_seconds(pid: int) -> float:
    """The CPU seconds that a process has used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _verdict(is_reached: bool) -> str:
    return "reached" if is_reached else "MISSED"


def main() -> int:
    seconds = number("load", "seconds", float, SECONDS, LEAST_SECONDS)
    with tempfile.TemporaryDirectory() as name:
        loaded = under_load(Path(name), seconds)
    print(loaded)
    return 0 if loaded.is_reached else 1


if __name__ == "__main__":
    sys.exit(main())
