"""Connections that hold: headers, stuck nodes, threads, cancelled tasks; nothing is left behind."""

from __future__ import annotations

import asyncio
import contextlib
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
from btsdk.errors import DeadlineExceeded, UsageError
from local_node.process.node import Node, NodeConfig
from tests.unit.btsdk.drivers.server import GENESIS, HANG, TinyNode

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


def header(number: int) -> dict[str, str]:
    zero = "0x" + "00" * 32
    return {
        "number": hex(number),
        "parentHash": zero,
        "stateRoot": zero,
        "extrinsicsRoot": zero,
    }


def name(number: int) -> str:
    return f"0x{number:064x}"


@contextlib.contextmanager
def heads(*numbers: int) -> Iterator[TinyNode]:
    """A node whose subscription tells these heads and then nothing."""
    node = TinyNode()

    def subscribe(node: TinyNode) -> str:
        handle = f"s{len(node.asked)}"
        for count, number in enumerate(numbers, 1):
            threading.Timer(count / 10, node.push, (handle, header(number))).start()
        return handle

    node.methods["chain_subscribeNewHeads"] = subscribe
    node.methods["chain_unsubscribeNewHeads"] = lambda node, name: True
    node.methods["chain_getBlockHash"] = lambda node, number: (
        GENESIS if not number else name(number)
    )
    node.methods["chain_getHeader"] = lambda node, block: header(int(block, 16))
    with node.running():
        yield node


def test_a_stuck_node_is_left_for_the_next() -> None:
    with (
        heads(5) as stuck,
        heads(5, 6) as alive,
        Client(stuck.endpoint, fallbacks=[alive.endpoint], cache=False) as client,
    ):
        blocks = client.blocks(stale_after=0.5)
        assert next(blocks).number == 5
        next(blocks)
        assert client.endpoint == alive.endpoint
        blocks.close()


def test_nodes_that_are_all_stuck_are_an_error() -> None:
    with heads(5) as one, heads(5) as other:
        client = Client(one.endpoint, fallbacks=[other.endpoint], cache=False)
        with client, pytest.raises(DeadlineExceeded, match="no new block"):
            list(client.blocks(stale_after=0.3))
        assert other.opened == 1


def test_a_node_that_answers_no_read_does_not_hold_the_caller() -> None:
    with TinyNode().running() as frozen:
        frozen.methods["system_name"] = lambda node: HANG
        with Client(frozen.endpoint, cache=False, timeout=0.5) as client:
            with pytest.raises(DeadlineExceeded, match="system_name"):
                client.call("system_name")
            assert client.call("echo", 7) == 7


def test_headers_are_sent_and_checked(node: Node) -> None:
    with TinyNode().running() as tiny:
        with Client(tiny.endpoint, headers={"x-api-key": "k"}, cache=False) as client:
            client.call("system_name")
            (connection,) = tiny.connections
            assert connection.request is not None
            assert connection.request.headers["x-api-key"] == "k"

        async def ask() -> str | None:
            async with AsyncClient(tiny.endpoint, headers={"x-api-key": "a"}, cache=False) as one:
                await one.call("system_name")
                found = {each.request.headers["x-api-key"] for each in tiny.connections}
                return "a" if "a" in found else None

        assert asyncio.run(ask()) == "a"
    with pytest.raises(UsageError, match="must not have") as refused:
        Client("ws://127.0.0.1:9", headers={"x-api-key": "secret\r\nHost: x"})
    assert "secret" not in str(refused.value)
    with pytest.raises(UsageError, match="endpoints"):
        Client("local", headers={"x-api-key": "k"})


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
