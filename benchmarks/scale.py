"""SCALE against `bittensor-core` (Rust) and `cyscale` (Cython): `python -m benchmarks.scale`.

All decode the same bytes of this chain's types, in turns: CPU seconds of the best turn. The peers
run in environments of their own (`tests/peers`). Both write accounts as addresses where the codec
here leaves 32 bytes; the addresses have a line of their own.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.metagraph import NETUID, SCAFFOLD
from benchmarks.timing import best
from btsdk.keys import ss58
from btsdk.metadata import Metadata, decode_metadata, encode_metadata
from btsdk.state.query import entries
from local_node import LocalChain
from local_node.dev.scaffold import read_scaffold
from tests.peers.environment import peer_environment

RUST, CYTHON = "bittensor-core==0.1.5", "cyscale==0.8.0"
ROUNDS, TURNS = 3, 5
ENTRIES = 1000
CYTHON_TIMES = 10.0
ENCODE_US = {"single": 6.0, "batch": 1.5, "cached": 0.1}


class Work(NamedTuple):
    """One line; `times` is the target against the Rust codec, None where there is none."""

    name: str
    label: str
    decode: Callable[[], Any]
    repeat: int
    times: float | None


class Value(NamedTuple):
    """A value of a type, and how often a turn decodes it."""

    type: int
    data: bytes
    repeat: int
    times: float


def main() -> int:
    with LocalChain(scaffold=read_scaffold(SCAFFOLD, "the benchmark's scaffold")) as chain:
        metadata = chain.client.head().metadata
        values = _values(chain, metadata)
    raw = encode_metadata(metadata, 15)
    metadata = decode_metadata(raw)
    page = _page(metadata)
    accounts = [os.urandom(32) for _ in range(ENTRIES)]
    works = _works(metadata, raw, values, page)
    ours = dict.fromkeys((work.name for work in works), float("inf"))
    theirs: dict[str, dict[str, float]] = {RUST: {}, CYTHON: {}}
    task = _task(raw, values, page, accounts, metadata)
    for _ in range(ROUNDS):
        for work in works:
            ours[work.name] = min(ours[work.name], best(work.decode, TURNS, work.repeat))
        for peer, found in theirs.items():
            for name, seconds in _foreign(peer, task).items():
                found[name] = min(found.get(name, float("inf")), seconds)
    reached = [_line(work, ours[work.name], theirs) for work in works]
    reached += _addresses(accounts, theirs)
    return 0 if all(reached) else 1


def _values(chain: LocalChain, metadata: Metadata) -> dict[str, Value]:
    """Real answers of a chain with 256 neurons, and the storage items that are read most."""
    account, weights = (
        metadata.storage(*item) for item in (("System", "Account"), ("SubtensorModule", "Weights"))
    )
    row = weights.encode([(uid, 65535 - uid) for uid in range(256)])

    def answer(method: str, *args: Any) -> tuple[int, bytes]:
        api, name = method.split(".")
        data = metadata.encode_api_args(api, name, *args)
        raw = chain.client.run(
            chain.client.core.call("state_call", f"{api}_{name}", "0x" + data.hex())
        )
        return metadata.api(api, name).output, bytes.fromhex(raw[2:])

    neuron = answer("NeuronInfoRuntimeApi.get_neuron_lite", NETUID, 3)
    graph = answer("SubnetInfoRuntimeApi.get_selective_metagraph", NETUID, list(range(73)))
    return {
        "account": Value(account.value, account.encode(_account(1)), 2000, 2.0),
        "weights": Value(weights.value, row, 500, 4.0),
        "neuron": Value(*neuron, 300, 1.5),
        "metagraph": Value(*graph, 3, 1.0),
    }


_LABELS = {
    "account": "AccountInfo",
    "weights": "weights row of 256",
    "neuron": "NeuronInfoLite",
    "metagraph": "selective metagraph of 256",
}


def _works(
    metadata: Metadata, raw: bytes, values: dict[str, Value], page: dict[str, str]
) -> list[Work]:
    item, keys = metadata.storage("System", "Account"), list(page)

    def decode(value: Value) -> Callable[[], Any]:
        codec = metadata.registry.codec(value.type)
        return lambda: codec.decode(value.data)

    return [
        *(Work(n, _LABELS[n], decode(v), v.repeat, v.times) for n, v in values.items()),
        Work("page", f"page of {ENTRIES:,}", lambda: entries(item, keys, page), 3, 3.0),
        Work("metadata", "metadata V15", lambda: decode_metadata(raw), 1, 1 / 1.2),
    ]


def _page(metadata: Metadata) -> dict[str, str]:
    item = metadata.storage("System", "Account")
    pairs = [(item.key(os.urandom(32)), item.encode(_account(n))) for n in range(ENTRIES)]
    return {"0x" + key.hex(): "0x" + value.hex() for key, value in sorted(pairs)}


def _account(number: int) -> dict[str, Any]:
    free = 123_456_789_012 + 7_919 * number
    data = {"free": free, "reserved": 0, "frozen": 0, "flags": 1 << 127}
    return {"nonce": number, "consumers": 0, "providers": 1, "sufficients": 0, "data": data}


def _task(
    raw: bytes,
    values: dict[str, Value],
    page: dict[str, str],
    accounts: list[bytes],
    metadata: Metadata,
) -> str:
    item = metadata.storage("System", "Account")
    return json.dumps(
        {
            "metadata": raw.hex(),
            "spec_version": 1,
            "turns": TURNS,
            "accounts": [account.hex() for account in accounts],
            "values": {
                name: {"type": value.type, "data": value.data.hex(), "times": value.repeat}
                for name, value in values.items()
            },
            "page": {
                "pallet": "System",
                "item": "Account",
                "key_offset": 48,
                "key_type": item.keys[0],
                "value_type": item.value,
                "changes": list(page.items()),
            },
        }
    )


def _foreign(peer: str, task: str) -> dict[str, float]:
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        file.write(task)
        file.flush()
        script = Path(__file__).with_name("foreign_scale.py")
        found: dict[str, float] = peer_environment(peer).run(script, file.name)
        return found


def _line(work: Work, ours: float, theirs: dict[str, dict[str, float]]) -> bool:
    rust, cython = (theirs[peer][work.name] / ours for peer in (RUST, CYTHON))
    reached = cython >= CYTHON_TIMES and (work.times is None or rust >= work.times)
    print(
        f"{work.label:<27} {ours * 1e6:>10,.2f} µs   bittensor-core {rust:>5.2f} times"
        f" (target {work.times or 0:.2g})   cyscale {cython:>5.2f} times"
        f" (target {CYTHON_TIMES:g}): {'reached' if reached else 'MISSED'}",
        flush=True,
    )
    return reached


def _addresses(accounts: list[bytes], theirs: dict[str, dict[str, float]]) -> list[bool]:
    def cold() -> None:
        ss58.encode.cache_clear()
        ss58._together.clear()

    def single() -> None:
        cold()
        for account in accounts:
            ss58.encode(account)

    def batch() -> None:
        assert "numpy" in sys.modules, "the metagraph has loaded it"
        cold()
        ss58.encode_many(accounts)

    def cached() -> None:
        for account in accounts:
            ss58.encode(account)

    reached = []
    for name, work in {"single": single, "batch": batch, "cached": cached}.items():
        micros = best(work, 10) / len(accounts) * 1e6
        reached.append(micros <= ENCODE_US[name])
        peers = ", ".join(f"{peer} {theirs[peer]['ss58'] * 1e6:.2f} µs" for peer in theirs)
        print(
            f"address, {name:<18} {micros:>10,.2f} µs   (target {ENCODE_US[name]:g}: "
            f"{'reached' if reached[-1] else 'MISSED'}; {peers})"
        )
    return reached


if __name__ == "__main__":
    sys.exit(main())
