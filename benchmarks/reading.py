"""Blocks, maps and the import: `python -m benchmarks.reading`, one line a figure.

- A block of 200 transfers with its events, decoded into readable extrinsics: CPU milliseconds.
- A map of 10,000 accounts, decoded here and by `async-substrate-interface`, which needs its
  environment (`tests/peers`); the same entries of the same node, CPU seconds of the best turn.
- `import btsdk` over bare Python, milliseconds.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.timing import best, installed
from btsdk import Batch, Client, Keypair, Tao, Transfer
from btsdk.metadata import decode_metadata, encode_metadata
from btsdk.rpc.effects import Program, ask
from btsdk.state.block_context import BlockContext
from btsdk.state.query import PAGE, entries
from btsdk.storage import system
from local_node import LocalChain
from local_node.chain.modes import Manual
from tests.peers.environment import peer_environment

TRANSFERS, ENTRIES = 200, 10_000
BLOCK_MS, MAP_TIMES, IMPORT_MS = 10.0, 10.0, 60.0
ASYNC_SUBSTRATE_INTERFACE = "async-substrate-interface==2.2.1", "bittensor_wallet"


def main() -> int:
    reached = [block(), import_time()]
    with LocalChain() as chain:
        reached.append(map_of_accounts(chain))
    return 0 if all(reached) else 1


def block() -> bool:
    """The answers of the node are recorded, so that only decoding is measured."""
    with LocalChain() as chain:
        at = _block_of_transfers(chain)
        program = chain.client.core.block
        answers = _recorded(chain.client, program(at))
    fresh = decode_metadata(encode_metadata(at.metadata, 15))
    assert fresh == at.metadata

    def decode() -> Any:
        return _replayed(program(at), answers)

    assert len(decode().extrinsics) >= TRANSFERS
    return _said("block of 200 transfers", 1e3 * best(decode, 20), BLOCK_MS, "ms")


def _block_of_transfers(chain: LocalChain) -> BlockContext:
    client = chain.client
    payers = [Keypair.from_uri(f"//payer{number}") for number in range(TRANSFERS)]
    gifts = [Transfer(payer.ss58_address, Tao.parse("10")) for payer in payers]
    client.execute(Batch(gifts), Keypair.from_uri("//Alice"))
    amount = Tao.parse("1")
    receivers = [
        Keypair.from_uri(f"//receiver{number}").ss58_address for number in range(TRANSFERS)
    ]
    plans = [
        client.prepare(Transfer(receiver, amount), payer)
        for receiver, payer in zip(receivers, payers, strict=True)
    ]
    chain.chain.mode = Manual()
    for plan in plans:
        client.send(plan)
    chain.advance(1)
    return client.head().at


def _recorded(client: Client, program: Program[Any]) -> list[Any]:
    answers, reply = [], None
    try:
        while True:
            request = program.send(reply)
            reply = client.run(ask(request))
            answers.append(reply)
    except StopIteration:
        return answers


def _replayed(program: Program[Any], answers: list[Any]) -> Any:
    program.send(None)
    try:
        for answer in answers:
            program.send(answer)
    except StopIteration as stop:
        return stop.value
    raise AssertionError("the program asks for more")


def map_of_accounts(chain: LocalChain) -> bool:
    """Both decode the hex of the node's answers, page by page."""
    metadata = chain.client.head().metadata
    item = metadata.storage("System", "Account")
    patch = {item.key(os.urandom(32)): item.encode(_account(n)) for n in range(ENTRIES)}
    chain.chain.author_block(patch=patch)
    found = chain.client.head().storage_map(system.Account)
    pairs = [("0x" + item.key(*key).hex(), "0x" + item.encode(v).hex()) for key, v in found]
    pages = [dict(pairs[start : start + PAGE]) for start in range(0, len(pairs), PAGE)]

    def decode() -> Any:
        return [entry for page in pages for entry in entries(item, list(page), page)]

    assert decode() == found
    ours = best(decode, 5) / len(pairs)
    peer = peer_environment(*ASYNC_SUBSTRATE_INTERFACE)
    script = Path(__file__).with_name("foreign_map.py")
    theirs = peer.run(script, chain.serve(), "System", "Account")
    assert theirs["entries"] == len(pairs)
    times = theirs["seconds"] / theirs["entries"] / ours
    print(f"  {ours * 1e6:.2f} µs an entry, {theirs['seconds'] / len(pairs) * 1e6:.2f} µs there")
    return _said("map of 10,000 entries", times, MAP_TIMES, "times", least=True)


def _account(number: int) -> dict[str, Any]:
    free = 123_456_789_012 + 7_919 * number
    data = {"free": free, "reserved": 0, "frozen": 0, "flags": 1 << 127}
    return {"nonce": number, "consumers": 0, "providers": 1, "sufficients": 0, "data": data}


def import_time() -> bool:
    def run(code: str) -> Callable[[], Any]:
        command = [sys.executable, "-c", code]
        return lambda: subprocess.run(command, check=True, env=installed())

    bare, ours = (
        min(_wall(run(code)) for _ in range(9)) for code in ("pass", "from btsdk import Client")
    )
    print(f"  with Client: {1e3 * (ours - bare):.0f} ms")
    package = min(_wall(run("import btsdk")) for _ in range(9))
    return _said("import btsdk", 1e3 * (package - bare), IMPORT_MS, "ms")


def _wall(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _said(name: str, found: float, target: float, unit: str, *, least: bool = False) -> bool:
    reached = found >= target if least else found <= target
    verdict = "reached" if reached else "MISSED"
    print(f"{name:<24} {found:>8.1f} {unit}   (target {target:g}: {verdict})", flush=True)
    return reached


if __name__ == "__main__":
    sys.exit(main())
