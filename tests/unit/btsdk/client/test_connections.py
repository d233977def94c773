"""Connections that hold: headers, stuck nodes, threads, cancelled tasks; nothing is left behind."""

from __future__ import annotations

import asyncio
import gc
import itertools
import os
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from btsdk import AsyncClient, Client, Keypair, Tao, Transfer
from local_node.process.node import Node, NodeConfig

ALICE = Keypair.from_uri("//Alice")


BOB = Keypair.from_uri("//Bob")


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    path = tmp_path_factory.mktemp("chain") / "chain.db"
    node = Node.start(NodeConfig(chain="dev", chain_file=path, port=0))
    yield node
    node.stop()


def subscriptions(node: Node) -> int:
    return node._watch.traffic.subscriptions


def settles(node: Node, count: int) -> None:
    deadline = time.monotonic() + 30
    while subscriptions(node) != count:
        assert time.monotonic() < deadline, subscriptions(node)
        time.sleep(0.01)


def test_sixteen_threads_share_a_client(node: Node) -> None:
    with Client(node.endpoint, cache=False) as client, ThreadPoolExecutor(16) as pool:
        names = [Keypair.from_uri(f"//thread/{n}").ss58_address for n in range(16)]

        def work(number: int) -> list[Tao]:
            found = []
            for amount in range(1, 4):
                operation = Transfer(names[number], Tao.parse(str(amount)))
                receipt = client.execute(operation, ALICE)
                view = client.at(receipt.block_hash)
                found.append(view.balance(names[number]).free)
                assert view.number == receipt.block_number
            return found

        for found in pool.map(work, range(16)):
            assert found == [Tao.parse("1"), Tao.parse("3"), Tao.parse("6")]
    settles(node, 0)


def test_a_cancelled_task_leaves_no_subscription(node: Node) -> None:
    async def cancel() -> None:
        async with AsyncClient(node.endpoint, cache=False) as client:

            async def follow() -> None:
                async for _ in client.blocks():
                    pass

            await client.info()
            for delay in (0.0, 0.001, 0.005, 0.02, 0.1):
                tasks = [asyncio.ensure_future(follow()) for _ in range(4)]
                await asyncio.sleep(delay)
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
            await asyncio.to_thread(settles, node, 0)
            assert await client.call("system_name")

    asyncio.run(cancel())


def test_a_closed_iterator_leaves_no_subscription(node: Node) -> None:
    with Client(node.endpoint, cache=False) as client:
        for _ in range(5):
            blocks = client.blocks()
            next(blocks)
            blocks.close()
        for _ in itertools.islice(client.blocks(), 1):
            pass
        settles(node, 0)


def _open() -> tuple[int, int]:
    gc.collect()
    return threading.active_count(), len(os.listdir("/proc/self/fd"))


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts descriptors in /proc")
def test_two_hundred_clients_leave_nothing(node: Node) -> None:
    async def one() -> None:
        async with AsyncClient(node.endpoint, cache=False) as client:
            await client.call("system_name")

    async def hundred() -> None:
        for _ in range(100):
            await one()

    def both() -> None:
        asyncio.run(hundred())
        for _ in range(100):
            with Client(node.endpoint, cache=False) as client:
                client.call("system_name")

    with Client(node.endpoint, cache=False) as client:
        client.call("system_name")
    asyncio.run(one())
    settled = _open()
    both()
    deadline = time.monotonic() + 30
    while _open() > settled and time.monotonic() < deadline:
        time.sleep(0.05)
    assert _open()[0] <= settled[0]
    assert _open()[1] <= settled[1]
    assert subscriptions(node) == 0
