"""Reads of a pruned state, over two nodes that have the same chain."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from btsdk import AsyncClient, Client, Keypair, Tao, Transfer
from btsdk.errors import ConnectError, RpcError, UsageError
from local_node.process.node import Node, NodeConfig
from local_node.process.retention import Retention

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob")
BLOCKS = 12


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A node that keeps two states, and one that keeps all."""
    folder = tmp_path_factory.mktemp("chain")
    first, second = folder / "first.db", folder / "second.db"
    node = Node.start(NodeConfig(chain="dev", chain_file=first, port=0))
    with Client(node.endpoint, cache=False) as client:
        for _ in range(BLOCKS):
            client.execute(Transfer(BOB.ss58_address, Tao.parse("1")), ALICE)
    node.stop()
    shutil.copy(first, second)
    config = NodeConfig(chain="dev", chain_file=first, port=0)
    pruned = Node.start(config, retention=Retention(states=2))
    full = Node.start(NodeConfig(chain="dev", chain_file=second, port=0))
    yield pruned.endpoint, full.endpoint
    pruned.stop()
    full.stop()


def paid(client: Client, block: int) -> Tao:
    return client.at(block).balance(BOB.ss58_address).free


def test_they_go_to_the_archive(nodes: tuple[str, str]) -> None:
    pruned, full = nodes
    with Client(full, cache=False) as client:
        wanted = paid(client, 3)
    with Client(pruned, cache=False) as client, pytest.raises(RpcError, match="discarded"):
        paid(client, 3)
    with Client(pruned, archive=[full], cache=False) as client:
        assert paid(client, 3) == wanted
        assert client.endpoint == pruned
        assert client.execute(Transfer(BOB.ss58_address, Tao.parse("1")), ALICE).error is None
        assert paid(client, 3) == wanted


def test_they_go_to_the_archive_from_a_task(nodes: tuple[str, str]) -> None:
    pruned, full = nodes

    async def read() -> list[Tao]:
        async with AsyncClient(pruned, archive=[full], cache=False) as client:
            views = await asyncio.gather(*(client.at(number) for number in (3, 4, 5)))
            found = [await view.balance(BOB.ss58_address) for view in views]
            return [one.free for one in found]

    first, second, third = asyncio.run(read())
    assert second - first == third - second == Tao.parse("1")


def test_an_archive_that_is_gone_is_named(nodes: tuple[str, str]) -> None:
    gone = "ws://127.0.0.1:9"
    with Client(nodes[0], archive=[gone], cache=False) as client:
        with pytest.raises(ConnectError, match=gone):
            paid(client, 3)
        assert client.head().number >= BLOCKS


def test_an_archive_of_another_chain_is_refused(nodes: tuple[str, str], tmp_path: Path) -> None:
    other = Node.start(NodeConfig(chain="fast", chain_file=tmp_path / "other.db", port=0))
    with (
        Client(nodes[0], archive=[other.endpoint], cache=False) as client,
        pytest.raises(ConnectError, match="another chain"),
    ):
        paid(client, 3)
    other.stop()


def test_lists_are_lists_of_endpoints() -> None:
    with pytest.raises(UsageError, match="list of endpoints"):
        Client("ws://127.0.0.1:9", archive="ws://127.0.0.1:10")
    with pytest.raises(UsageError, match="not a network"):
        Client("ws://127.0.0.1:9", archive=["http://x"])
