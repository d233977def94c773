"""A frozen connection is lost before the deadline of the reads on it."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.drivers.asyncio import AsyncDriver, open_websocket
from btsdk.drivers.blocking import BlockingDriver, WebSocket
from btsdk.drivers.transport import keepalive
from btsdk.rpc.effects import RpcCall, ask
from btsdk.rpc.reconnect import Endpoints, Policy
from btsdk.rpc.session import Session
from tests.endurance.chaos_proxy import Chances, ChaosProxy
from tests.unit.btsdk.drivers.server import TinyNode

TIMEOUT_S = 4.0
SILENT_S = 2.0
FREEZES = Chances(0, 0, 0, 0, 0, freeze=1.0)
READ = RpcCall("system_name")


@given(st.floats(0.01, 1000))
def test_the_waits_of_a_frozen_connection_add_up(silent_s: float) -> None:
    waits = keepalive(silent_s)
    seconds = (waits["ping_interval"], waits["ping_timeout"], waits["close_timeout"])
    assert sum(seconds) == pytest.approx(silent_s)
    assert min(seconds) > 0
    assert waits["close_timeout"] <= 1


@pytest.fixture
def proxy() -> Iterator[ChaosProxy]:
    """A proxy that freezes each connection with its next message, unless it is calm."""
    with TinyNode().running() as node:
        proxy = ChaosProxy(node.endpoint, 1, FREEZES)
        proxy.calm = True
        yield proxy
        proxy.close()


async def calm_soon(proxy: ChaosProxy) -> None:
    """After the connection of the next message is frozen."""
    while not proxy.faults["freeze"]:
        await asyncio.sleep(0.01)
    proxy.calm = True


@pytest.mark.slow
def test_a_read_on_a_frozen_connection_is_repeated(proxy: ChaosProxy) -> None:
    dial = partial(WebSocket, silent_s=SILENT_S)
    endpoints = Endpoints((proxy.endpoint,))
    driver = BlockingDriver(Session(), endpoints, dial, timeout=TIMEOUT_S, policy=Policy())
    assert driver.run(ask(READ)) == "tiny"
    proxy.calm = False
    threading.Thread(target=asyncio.run, args=(calm_soon(proxy),)).start()
    began = time.monotonic()
    assert driver.run(ask(READ)) == "tiny"
    assert time.monotonic() - began < TIMEOUT_S
    assert driver.session.connections == 2
    driver.close()


@pytest.mark.slow
def test_an_asynchronous_read_on_a_frozen_connection_is_repeated(proxy: ChaosProxy) -> None:
    async def main() -> None:
        dial = partial(open_websocket, silent_s=SILENT_S)
        endpoints = Endpoints((proxy.endpoint,))
        driver = AsyncDriver(Session(), endpoints, dial, timeout=TIMEOUT_S, policy=Policy())
        assert await driver.run(ask(READ)) == "tiny"
        proxy.calm = False
        calming = asyncio.create_task(calm_soon(proxy))
        assert await driver.run(ask(READ)) == "tiny"
        assert driver.session.connections == 2
        await calming
        await driver.close()

    asyncio.run(main())
