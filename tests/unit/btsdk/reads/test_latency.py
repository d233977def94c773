"""The latency of the connected endpoint."""

from __future__ import annotations

import asyncio

import pytest

from btsdk import Client
from btsdk.errors import UsageError
from btsdk.reads.latency import Latency
from local_node import LocalChain


def test_both_clients_measure_it() -> None:
    async def measured(chain: LocalChain) -> Latency:
        async with chain.async_client() as client:
            return await client.latency(2)

    with LocalChain() as chain:
        endpoint = chain.serve()
        with Client(endpoint, cache=False) as client:
            found = client.latency(3)
            assert found.endpoint == endpoint
            assert len(found.times) == 3
            assert 0 < found.best <= found.median < 5
            with pytest.raises(UsageError):
                client.latency(0)
        assert len(asyncio.run(measured(chain)).times) == 2


def test_the_median() -> None:
    assert Latency("ws://a", (3.0, 1.0, 2.0)).median == 2.0
    assert Latency("ws://a", (3.0, 1.0)).median == 3.0
