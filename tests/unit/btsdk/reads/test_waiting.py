"""Waiting for blocks and epochs on a chain whose blocks the test makes."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from itertools import islice

import pytest

from btsdk import AsyncClient
from btsdk.errors import DeadlineExceeded, UsageError
from btsdk.storage import subtensor
from local_node.chain.modes import Manual
from local_node.embedded.local_chain import LocalChain

NETUID = 1


@pytest.fixture
def chain() -> Iterator[LocalChain]:
    with LocalChain(mode=Manual()) as chain:
        yield chain


def later(chain: LocalChain, blocks: int) -> threading.Timer:
    timer = threading.Timer(0.3, chain.advance, (blocks,))
    timer.start()
    return timer


def test_a_block_that_is_there_and_one_that_comes(chain: LocalChain) -> None:
    chain.advance(3)
    assert chain.client.wait_for_block(2).number == 2
    timer = later(chain, 4)
    view = chain.client.wait_for_block(6, timeout=30)
    timer.join()
    assert view.number == 6
    assert view.hash == chain.client.at(6).hash


def test_the_time_is_bounded(chain: LocalChain) -> None:
    with pytest.raises(DeadlineExceeded, match=r"block 9 did not come within 0\.2 s"):
        chain.client.wait_for_block(9, timeout=0.2)
    with pytest.raises(DeadlineExceeded, match="an epoch of subnet 1 did not come"):
        chain.client.wait_for_epoch(NETUID, timeout=0.2)


def test_the_next_epoch(chain: LocalChain) -> None:
    tempo = chain.client.head().storage(subtensor.Tempo, NETUID)
    timer = later(chain, 2 * tempo)
    epoch = chain.client.wait_for_epoch(NETUID, timeout=60)
    timer.join()
    view = chain.client.at(epoch.hash)
    assert view.number == epoch.block
    assert view.storage(subtensor.LastEpochBlock, NETUID) == epoch.block
    assert view.storage(subtensor.SubnetEpochIndex, NETUID) == epoch.index


def test_every_epoch_once(chain: LocalChain) -> None:
    tempo = chain.client.head().storage(subtensor.Tempo, NETUID)
    timer = later(chain, 4 * tempo)
    found = list(islice(chain.client.epochs(NETUID), 3))
    timer.join()
    assert [epoch.index - found[0].index for epoch in found] == [0, 1, 2]
    assert [epoch.block - found[0].block for epoch in found] == [0, tempo, 2 * tempo]


def test_a_task_waits_as_well(chain: LocalChain) -> None:
    async def wait() -> int:
        async with AsyncClient(transport=chain.connect, cache=False) as client:
            waiting = asyncio.ensure_future(client.wait_for_block(3, timeout=30))
            await asyncio.sleep(0.2)
            await asyncio.to_thread(chain.advance, 3)
            return (await waiting).number

    assert asyncio.run(wait()) == 3


@pytest.mark.parametrize("netuid", [0, 999])
def test_a_subnet_without_epochs_is_refused(chain: LocalChain, netuid: int) -> None:
    with pytest.raises(UsageError):
        chain.client.wait_for_epoch(netuid, timeout=1)
