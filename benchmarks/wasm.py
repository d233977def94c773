"""A compiled runtime: how soon it is there, and a block of transfers: `python -m benchmarks.wasm`.

Needs a raw chain spec, named by `BTSDK_RAW_SPEC` (Subtensor's `scripts/specs/raonet.json`). Medians
of this process's own CPU time; beside them stands what the same machine needs to add up three
million numbers in that run, so that a busy or slow machine shows as one.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from btsdk.keys import Keypair
from btsdk.ops import Transfer
from btsdk.units import Tao
from chain_spec import chains
from local_node.chain.chain import Chain
from local_node.chain.modes import Manual
from local_node.local_chain import LocalChain
from local_node.runtime.wasm.modules import Modules
from local_node.state.store import Store

TURNS = 5
TRANSFERS = 100
START_S = 1.0
BLOCK_S = 0.150


def main() -> int:
    path = os.environ.get("BTSDK_RAW_SPEC")
    if not path:
        print("skipped: BTSDK_RAW_SPEC names no raw chain spec")
        return 0
    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        return measure(Path(path))


def measure(path: Path) -> int:
    spec = chains.load(path)
    print(f"{_of(lambda: Modules().of(spec.code or b'')):>8.3f} s  compile the runtime, once")
    start = statistics.median(_of(lambda: Chain.open(spec, Store()).close()) for _ in range(TURNS))
    block = _block(spec)
    adding = statistics.median(_of(lambda: sum(n for n in range(3_000_000))) for _ in range(TURNS))
    print(f"{start:>8.3f} s  start from a cached compilation (target {START_S} s)")
    print(f"{block:>8.3f} s  block of {TRANSFERS} transfers (target {BLOCK_S} s)")
    print(f"{adding:>8.3f} s  three million numbers; 0.1 s on an idle machine")
    return 0


def _block(spec: chains.ChainSpec) -> float:
    senders = [Keypair.from_uri(f"//Sender{number}") for number in range(TRANSFERS)]
    dest = Keypair.from_uri("//Target").ss58_address
    with LocalChain(spec, mode=Manual()) as local:
        local.control.set_balances({sender.public_key: 10**12 for sender in senders})
        taken = []
        for _ in range(TURNS):
            for sender in senders:
                client = local.client
                client.send(client.prepare(Transfer(dest, Tao.parse("0.1")), sender))
            taken.append(_of(local.chain.author_block))
            best = local.chain.block(local.chain.best.hash)
            assert best is not None
            assert len(best.extrinsics) == TRANSFERS + 1
        return statistics.median(taken)


def _of(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
