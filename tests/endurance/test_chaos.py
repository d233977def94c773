"""A thousand operations over connections that are cut, delayed, reordered, half-closed and frozen.

Each transfer has an amount of its own, so that the chain tells afterwards what became of it: none
may be there twice, and what its caller was told must be true.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from btsdk import AsyncClient, Client, Keypair, Tao, Transfer
from btsdk.errors import (
    BtError,
    TransactionDropped,
    TransactionExpired,
    TransactionRefused,
    TransportError,
)
from btsdk.events import balances as balance_events
from btsdk.rpc.reconnect import Policy
from btsdk.storage import system
from btsdk.tx import follow
from btsdk.tx.receipt import Receipt
from tests.endurance.chaos_proxy import Chances, ChaosProxy
from tests.node_process import NodeProcess

pytestmark = pytest.mark.slow

OPERATIONS = 500
"""For each client; every second one is a read."""

AT_ONCE = 8
LIMIT_S = 90.0
SETTINGS: dict[str, Any] = {
    "timeout": 4.0,
    "connect_timeout": 2.0,
    "policy": Policy(rounds=20, first_delay=0.05, longest=0.5, budget=30.0),
}
KEYS = [Keypair.from_uri(f"//{name}") for name in ("Alice", "Bob", "Charlie", "Dave")]
DEST = Keypair.from_uri("//chaos").ss58_address


@dataclass
class Outcome:
    """What an operation was told, and after how many seconds; `amount` is None for a read."""

    amount: int | None
    answer: Any
    seconds: float


@pytest.fixture
def node(tmp_path: Path) -> Iterator[NodeProcess]:
    node = NodeProcess("fast", tmp_path / "chain.db")
    yield node
    assert node.stop() == 0


@pytest.fixture(autouse=True)
def _searches_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "SEARCH_EVERY", 0.3)
    monkeypatch.setattr(follow, "LOOK_EVERY", 2.0)


def operation(number: int) -> Transfer | None:
    """Every second one is a transfer."""
    return None if number % 2 else Transfer(DEST, Tao.from_rao(1_000_000 + number))


def with_threads(endpoint: str) -> list[Outcome]:
    with Client(endpoint, **SETTINGS) as client, ThreadPoolExecutor(AT_ONCE) as pool:

        def work(number: int) -> Outcome:
            wanted, began = operation(number), time.monotonic()
            try:
                if wanted is None:
                    answer: Any = client.head().number
                else:
                    answer = client.execute(wanted, KEYS[number // 2 % len(KEYS)], period=64)
            except BtError as error:
                answer = error
            amount = None if wanted is None else wanted.amount.rao
            return Outcome(amount, answer, time.monotonic() - began)

        return list(pool.map(work, range(OPERATIONS)))


async def with_tasks(endpoint: str) -> list[Outcome]:
    slots = asyncio.Semaphore(AT_ONCE)
    async with AsyncClient(endpoint, **SETTINGS) as client:

        async def work(number: int) -> Outcome:
            async with slots:
                wanted, began = operation(number), time.monotonic()
                try:
                    if wanted is None:
                        answer: Any = (await client.head()).number
                    else:
                        key = KEYS[number // 2 % len(KEYS)]
                        answer = await client.execute(wanted, key, period=64)
                except BtError as error:
                    answer = error
                amount = None if wanted is None else wanted.amount.rao
                return Outcome(amount, answer, time.monotonic() - began)

        numbers = range(OPERATIONS, 2 * OPERATIONS)
        return list(await asyncio.gather(*(work(number) for number in numbers)))


def landed(endpoint: str) -> dict[int, list[str]]:
    """The blocks of each amount, from the events of all blocks."""
    found: dict[int, list[str]] = {}
    with Client(endpoint, cache=False) as client:
        for number in range(1, client.head().number + 1):
            view = client.at(number)
            for record in view.at.metadata.decode_events(raw_events(client, view.hash)):
                if balance_events.Transfer.matches(record):
                    event = balance_events.Transfer.read(record, view.at.metadata)
                    found.setdefault(event.amount.rao, []).append(view.hash)
    return found


def raw_events(client: Client, block: str) -> bytes:
    key = system.Events.key(client.head().metadata)
    answer = client.call("state_getStorage", "0x" + key.hex(), block)
    return bytes.fromhex(answer[2:])


def check(outcomes: list[Outcome], blocks: dict[int, list[str]]) -> Counter[str]:
    told: Counter[str] = Counter()
    for outcome in outcomes:
        answer = outcome.answer
        told[type(answer).__name__ if outcome.amount else "read " + type(answer).__name__] += 1
        assert outcome.seconds < LIMIT_S, outcome
        if outcome.amount is None:
            assert isinstance(answer, (int, TransportError)), answer
            continue
        where = blocks.get(outcome.amount, [])
        match answer:
            case Receipt():
                assert where == [answer.block_hash]
            case TransactionExpired() | TransactionRefused() | TransportError():
                assert where == [], answer
            case TransactionDropped(status="lost with the connection"):
                assert len(where) <= 1
            case TransactionDropped():
                assert where == [], answer
            case _:
                raise AssertionError(answer)
    return told


@pytest.mark.parametrize("seed", [1])
def test_every_outcome_is_told_truthfully(node: NodeProcess, seed: int) -> None:
    proxy = ChaosProxy(node.endpoint, seed, Chances())
    outcomes = with_threads(proxy.endpoint) + asyncio.run(with_tasks(proxy.endpoint))
    proxy.close()
    with Client(node.endpoint, cache=False) as client:  # what was on the way may still arrive
        start = client.head().number
        for header in client.blocks():
            if header.number >= start + 4:
                break
    blocks = landed(node.endpoint)
    told = check(outcomes, blocks)
    shown = f"{dict(told)} after {dict(proxy.faults)}"
    assert all(len(where) == 1 for where in blocks.values())
    assert told["Receipt"] > OPERATIONS * 0.9, shown
    assert told["read int"] > OPERATIONS * 0.95, shown
    assert min(proxy.faults[fault] for fault in vars(Chances())) > 0, shown
