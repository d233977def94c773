"""Methods that both clients share: the same program, run by either."""

from __future__ import annotations

import asyncio

from btsdk.client.asyncio import AsyncView
from btsdk.client.blocking import View
from btsdk.client.methods import ClientMethods, ViewMethods
from local_node import LocalChain


def test_a_method_returns_the_result_or_a_coroutine_of_it() -> None:
    with LocalChain() as chain:
        view = chain.client.head()
        assert isinstance(view, View)
        count = view.subnet_count()
        assert view.existential_deposit().rao == 500

        async def asked() -> int:
            async with chain.async_client as client:
                seen = await client.head()
                assert isinstance(seen, AsyncView)
                assert seen.existential_deposit().rao == 500
                return await seen.subnet_count()

        assert asyncio.run(asked()) == count


def test_methods_keep_the_names_of_their_programs() -> None:
    assert ViewMethods.balance.__name__ == "balance"
    assert ClientMethods.prepare.__name__ == "prepare"
