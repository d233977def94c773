"""Start-up and block times of a compiled runtime: `python -m benchmarks.wasm`.

Needs a raw chain spec, named by `BTSDK_RAW_SPEC` (Subtensor's `scripts/specs/raonet.json`). Medians
of CPU time; the time to add three million numbers in the same run shows a busy or slow machine.

Then two nodes, this one and chopsticks if it can be installed, get the same few transfers over RPC
and make a block. Their CPU times are those of the whole process.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.chopsticks import VERSION, NoChopsticks, chopsticks
from btsdk.keys import Keypair
from btsdk.ops import Transfer
from btsdk.units import Tao
from chain_spec import chains
from local_node.chain.chain import Chain
from local_node.chain.modes import Manual
from local_node.embedded.local_chain import LocalChain
from local_node.runtime.wasm.modules import Modules
from local_node.state.store import Store
from tests.node_process import NodeProcess
from tests.wire import Composer, wire

TURNS = 5
TRANSFERS = 100
COMPARED_TURNS = 3
COMPARED_TRANSFERS = 10
"""chopsticks takes a third of a second for each."""
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
    _compare(path)
    return 0


def _compare(path: Path) -> None:
    """Compare the same block on both nodes."""
    with tempfile.TemporaryDirectory() as folder:
        node = NodeProcess(str(path), Path(folder) / "ours.chain")
        ours = _over_rpc(node.endpoint, node.pid)
        node.stop()
        print(f"{ours:>8.3f} s  block of {COMPARED_TRANSFERS} transfers over RPC, all of the node")
        try:
            with chopsticks(path.resolve(), Path(folder)) as (endpoint, pid):
                theirs = _over_rpc(endpoint, pid)
        except NoChopsticks as reason:
            print(f"no chopsticks to compare with: {reason}")
            return
    print(f"{theirs:>8.3f} s  the same block, chopsticks {VERSION}: {theirs / ours:.1f} times ours")


def _over_rpc(endpoint: str, pid: int) -> float:
    """The CPU seconds of a process to make a block of transfers from its pool."""
    senders = [Keypair.from_uri(f"//Sender{number}") for number in range(COMPARED_TRANSFERS)]
    dest = Keypair.from_uri("//Target")
    taken = []
    with wire(endpoint) as link:
        composer = Composer(link)
        if "dev_setBlockBuildMode" in link.call("rpc_methods")["methods"]:
            link.call("dev_setBlockBuildMode", "Manual")
        link.call("dev_setStorage", [_funded(composer, sender) for sender in senders])
        for nonce in range(COMPARED_TURNS):
            call = composer.transfer(dest, 10**8)
            for sender in senders:
                link.call("author_submitExtrinsic", composer.signed(sender, call, nonce))
            before = _cpu_of(pid)
            block = link.call("dev_newBlock")
            taken.append(_cpu_of(pid) - before)
            made = link.call("chain_getBlock", block)["block"]["extrinsics"]
            assert len(made) == COMPARED_TRANSFERS + 1
    return statistics.median(taken)


def _funded(composer: Composer, account: Keypair) -> list[str]:
    """The storage entry of an account with a large balance."""
    item = composer.metadata.storage("System", "Account")
    empty = item.decode(None)
    rich = {**empty, "providers": 1, "data": {**empty["data"], "free": 10**12}}
    return ["0x" + item.key(account.public_key).hex(), "0x" + item.encode(rich).hex()]


def _cpu_of(pid: int) -> float:
    """The CPU seconds of a process so far, over all threads."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _block(spec: chains.ChainSpec) -> float:
    senders = [Keypair.from_uri(f"//Sender{number}") for number in range(TRANSFERS)]
    dest = Keypair.from_uri("//Target").ss58_address
    with LocalChain(spec, mode=Manual()) as local:
        local.control.set_balances({sender.public_key: 10**12 for sender in senders})
        taken = []
        for _ in range(TURNS):
            for sender in senders:
                client = local.client
                transfer = Transfer(dest, Tao.parse("0.1"))
                # The compiled runtime was built without a metadata hash.
                client.send(client.prepare(transfer, sender, check_metadata=False))
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
