"""The asyncio driver against the same socket, and over a blocking transport."""

from __future__ import annotations

import asyncio
import gc
import queue
import threading
from collections.abc import Iterator

import pytest

from btsdk.drivers.asyncio import AsyncDriver, Threaded, open_websocket
from btsdk.drivers.transport import AsyncTransport
from btsdk.errors import ConnectError, ConnectionLost, DeadlineExceeded
from btsdk.rpc.reconnect import Endpoints
from btsdk.rpc.session import Session
from tests.unit.btsdk.drivers.server import HANG, TinyNode
from tests.unit.btsdk.drivers.test_blocking import QUICK, call, follow, wait_until


def driver_for(*endpoints: str, genesis: str | None = None, timeout: float = 5.0) -> AsyncDriver:
    return AsyncDriver(
        Session(genesis), Endpoints(endpoints), open_websocket, timeout=timeout, policy=QUICK
    )


@pytest.fixture
def node() -> Iterator[TinyNode]:
    with TinyNode().running() as node:
        yield node


def test_programs_run_side_by_side_on_one_connection(node: TinyNode) -> None:
    async def main() -> list[object]:
        driver = driver_for(node.endpoint)
        try:
            return await asyncio.gather(*(driver.run(call("echo", n)) for n in range(100)))
        finally:
            await driver.close()

    assert asyncio.run(main()) == list(range(100))
    assert node.opened == 1
    wait_until(lambda: not node.connections)


def test_items_and_early_end(node: TinyNode) -> None:
    node.methods["subscribe"] = lambda node: "s"

    async def main() -> list[object]:
        driver = driver_for(node.endpoint)
        items = driver.iterate(follow(100))
        asyncio.get_running_loop().call_later(0.05, lambda: [node.push("s", n) for n in range(3)])
        got = [await items.__anext__() for _ in range(2)]
        await items.aclose()  # type: ignore[attr-defined]
        await driver.run(call("system_name"))
        await driver.close()
        return got

    assert asyncio.run(main()) == [0, 1]
    assert "unsubscribe" in node.asked


def test_deadline_loss_and_refusal(node: TinyNode) -> None:
    hung: list[int] = []

    def state_slow(node: TinyNode) -> object:
        hung.append(1)
        if len(hung) == 1:
            node.drop()
            return HANG
        return "second time"

    node.methods |= {"silent": lambda node: HANG, "state_slow": state_slow}

    async def main() -> None:
        impatient = driver_for(node.endpoint, timeout=1.0)
        with pytest.raises(DeadlineExceeded):
            await impatient.run(call("silent"))
        await impatient.close()
        driver = driver_for(node.endpoint)
        assert await driver.run(call("state_slow")) == "second time"
        await driver.close()
        with pytest.raises(ConnectionLost):
            await driver.run(call("system_name"))
        for wrong in (driver_for("ws://127.0.0.1:1"), driver_for(node.endpoint, genesis="0x00")):
            with pytest.raises(ConnectError):
                await wrong.run(call("system_name"))
            await wrong.close()

    asyncio.run(main())
    assert node.opened == 4


def test_an_endpoint_that_never_greets_is_left_for_the_next(node: TinyNode) -> None:
    async def main(mute: TinyNode) -> None:
        driver = driver_for(mute.endpoint, node.endpoint, timeout=2.0)
        with pytest.raises(DeadlineExceeded):
            await driver.run(call("system_name"))
        assert await driver.run(call("system_name")) == "tiny"
        assert driver.endpoint == node.endpoint
        await driver.close()

    with TinyNode().running() as mute:
        mute.methods["chain_getBlockHash"] = lambda node, *params: HANG
        asyncio.run(main(mute))


def test_a_cancelled_program_releases_what_it_holds(node: TinyNode) -> None:
    async def main() -> None:
        driver = driver_for(node.endpoint)
        running = asyncio.ensure_future(driver.run(follow(1)))
        while "subscribe" not in node.asked:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        assert await driver.run(call("system_name")) == "tiny"
        await driver.close()

    asyncio.run(main())
    assert "unsubscribe" in node.asked


def test_one_client_in_two_event_loops_one_after_the_other(node: TinyNode) -> None:
    driver = driver_for(node.endpoint)
    assert asyncio.run(driver.run(call("system_name"))) == "tiny"
    assert asyncio.run(driver.run(call("system_name"))) == "tiny"

    asyncio.run(driver.close())
    wait_until(lambda: not node.connections)


def test_200_times_open_and_close_leak_nothing(node: TinyNode) -> None:
    async def main() -> None:
        for number in range(200):
            driver = driver_for(node.endpoint)
            await driver.run(call("system_name"))
            if number % 2 == 0:
                await driver.close()  # every other one is only dropped
            del driver
        gc.collect()
        for _ in range(500):
            if not node.connections and len(asyncio.all_tasks()) == 1:
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"{len(node.connections)} connections, {asyncio.all_tasks()}")

    asyncio.run(main())


HASH = "0x" + "11" * 32


class SlowChain:
    """A blocking transport that takes its time to answer, as a chain making a block does."""

    endpoint = "slow"

    def __init__(self) -> None:
        self.answers: queue.Queue[str | None] = queue.Queue()
        self.threads: set[int] = set()
        self.loop_went_on = threading.Event()

    def send(self, text: str) -> None:
        self.threads.add(threading.get_ident())
        number = text.split('"id":')[1].split(",")[0]
        assert self.loop_went_on.wait(60)
        self.answers.put(f'{{"id":{number},"result":"{HASH}"}}')

    def receive(self, timeout: float | None) -> str:
        self.threads.add(threading.get_ident())
        try:
            text = self.answers.get(timeout=timeout)
        except queue.Empty:
            raise TimeoutError from None
        if text is None:
            raise ConnectionLost(self.endpoint, "closed")
        return text

    def close(self) -> None:
        self.answers.put(None)


def test_a_blocking_transport_never_blocks_the_loop() -> None:
    chain = SlowChain()

    async def dial(endpoint: str, timeout: float) -> AsyncTransport:
        return Threaded(chain)

    async def main() -> None:
        driver = AsyncDriver(Session(), Endpoints(("slow",)), dial)
        running = asyncio.ensure_future(driver.run(call("echo", 1)))
        while not chain.threads:
            await asyncio.sleep(0.001)
        chain.loop_went_on.set()
        assert await running == HASH
        await driver.close()

    asyncio.run(main())
    assert threading.get_ident() not in chain.threads
