"""The async client."""

from __future__ import annotations

import asyncio

from btsdk.storage import subtensor
from local_node import LocalChain


def test_the_async_view_gathers_alike(chain: LocalChain) -> None:
    async def read() -> object:
        async with chain.async_client() as client:
            view = await client.head()
            pages = [page async for page in view.storage_pages(subtensor.Tempo, page=1)]
            return pages, await view.gather(view.ask.subnet_count(), view.ask.price(1))

    view = chain.client.head()
    pages, found = asyncio.run(read())  # type: ignore[misc]
    assert found == (view.subnet_count(), view.price(1))
    assert pages == list(view.storage_pages(subtensor.Tempo, page=1))
