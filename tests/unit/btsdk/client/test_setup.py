"""From a network's name to the parts of a client."""

from __future__ import annotations

import asyncio

import pytest

from btsdk import AsyncClient, Client
from btsdk.errors import UsageError
from tests.unit.btsdk.drivers.server import TinyNode


def test_headers_are_sent_and_checked() -> None:
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
