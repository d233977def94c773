"""The blocking driver against a real socket that comes and goes."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from btsdk.drivers.blocking import BlockingDriver, WebSocket
from btsdk.errors import ConnectError, ConnectionLost, DeadlineExceeded, RpcError
from btsdk.rpc.effects import Emit, Json, Next, Program, RpcBatch, RpcCall, Sleep, Subscribe, ask
from btsdk.rpc.reconnect import Endpoints, Policy
from btsdk.rpc.session import Session
from tests.unit.btsdk.drivers.server import GENESIS, HANG, TinyNode

QUICK = Policy(rounds=8, first_delay=0.02, longest=0.2)


def driver_for(*endpoints: str, genesis: str | None = None, timeout: float = 5.0) -> BlockingDriver:
    return BlockingDriver(
        Session(genesis), Endpoints(endpoints), WebSocket, timeout=timeout, policy=QUICK
    )


def call(method: str, *params: Json) -> Program[Json]:
    return (yield from ask(RpcCall(method, params)))


def follow(count: int) -> Program[None]:
    notes = yield from ask(Subscribe("subscribe", (), "unsubscribe"))
    for _ in range(count):
        note = yield from ask(Next((notes,), timeout=5.0))
        assert note is not None
        yield from ask(Emit(note.value))


@pytest.fixture
def node() -> Iterator[TinyNode]:
    with TinyNode().running() as node:
        yield node


@pytest.fixture
def driver(node: TinyNode) -> Iterator[BlockingDriver]:
    driver = driver_for(node.endpoint)
    yield driver
    driver.close()


def wait_until(condition: object, seconds: float = 60.0) -> None:
    assert callable(condition)
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.005)


def test_calls_batches_and_errors(driver: BlockingDriver) -> None:
    assert driver.run(call("echo", [1, "two"])) == [1, "two"]
    assert driver.session.genesis == GENESIS
    batch = RpcBatch((RpcCall("echo", (1,)), RpcCall("system_name")))
    assert driver.run(ask(batch)) == [1, "tiny"]
    with pytest.raises(RpcError):
        driver.run(call("nope"))


def test_items_come_as_they_are_emitted_and_closing_unsubscribes(
    node: TinyNode, driver: BlockingDriver
) -> None:
    items = driver.iterate(follow(100))
    node.methods["subscribe"] = lambda node: "s"
    pusher = threading.Timer(0.05, lambda: [node.push("s", n) for n in range(3)])
    pusher.start()
    assert [next(items) for _ in range(3)] == [0, 1, 2]
    pusher.join()
    items.close()  # type: ignore[attr-defined]
    driver.run(call("system_name"))
    assert "unsubscribe" in node.asked


def test_a_silent_node_is_a_deadline_and_the_connection_goes_on(node: TinyNode) -> None:
    node.methods["silent"] = lambda node: HANG
    driver = driver_for(node.endpoint, timeout=1.0)
    with pytest.raises(DeadlineExceeded, match="silent"):
        driver.run(call("silent"))
    assert driver.run(call("system_name")) == "tiny"
    assert node.opened == 1
    driver.close()


def test_a_killed_socket_is_noticed_and_reads_go_on(node: TinyNode, driver: BlockingDriver) -> None:
    driver.run(call("system_name"))
    hung = []

    def state_slow(node: TinyNode) -> object:
        hung.append(1)
        if len(hung) == 1:
            node.drop()
            return HANG
        return "second time"

    node.methods["state_slow"] = state_slow
    assert driver.run(call("state_slow")) == "second time"
    assert node.opened == 2


def test_a_submission_is_not_sent_twice(node: TinyNode, driver: BlockingDriver) -> None:
    def submit(node: TinyNode) -> object:
        node.drop()
        return HANG

    node.methods["author_submitExtrinsic"] = submit
    with pytest.raises(ConnectionLost):
        driver.run(call("author_submitExtrinsic"))
    assert driver.run(call("system_name")) == "tiny"
    assert node.asked.count("author_submitExtrinsic") == 1


def test_a_subscription_survives_a_killed_socket(node: TinyNode, driver: BlockingDriver) -> None:
    names = iter(["first", "second"])
    node.methods["subscribe"] = lambda node: next(names)
    items = driver.iterate(follow(2))
    got: list[object] = []
    reader = threading.Thread(target=lambda: got.extend(items))
    reader.start()
    wait_until(lambda: node.asked.count("subscribe") == 1)
    node.push("first", 1)
    wait_until(lambda: got == [1])
    node.drop()
    wait_until(lambda: node.asked.count("subscribe") == 2)
    time.sleep(0.02)
    node.push("second", 2)
    reader.join(60)
    assert got == [1, 2]


def test_fallback_endpoints_are_tried_in_order(node: TinyNode) -> None:
    driver = driver_for("ws://127.0.0.1:1", node.endpoint)
    assert driver.run(call("system_name")) == "tiny"
    assert driver.endpoint == node.endpoint
    driver.close()


def test_an_endpoint_that_never_greets_is_left_for_the_next(node: TinyNode) -> None:
    with TinyNode().running() as mute:
        mute.methods["chain_getBlockHash"] = lambda node, *params: HANG
        driver = driver_for(mute.endpoint, node.endpoint, timeout=2.0)
        with pytest.raises(DeadlineExceeded):
            driver.run(call("system_name"))
        assert driver.run(call("system_name")) == "tiny"
        assert driver.endpoint == node.endpoint
        driver.close()


def test_one_message_names_what_was_tried() -> None:
    driver = driver_for("ws://127.0.0.1:1", "not a url")
    with pytest.raises(ConnectError) as raised:
        driver.run(call("system_name"))
    assert "ws://127.0.0.1:1" in str(raised.value)
    assert "not a url" in str(raised.value)
    driver.close()


def test_another_chain_is_refused(node: TinyNode) -> None:
    driver = driver_for(node.endpoint, genesis="0x" + "22" * 32)
    with pytest.raises(ConnectError, match="another chain"):
        driver.run(call("system_name"))
    driver.close()
    wait_until(lambda: not node.connections)


def test_threads_share_one_connection(node: TinyNode, driver: BlockingDriver) -> None:
    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(lambda n: driver.run(call("echo", n)), range(200)))
    assert numbers == list(range(200))
    assert node.opened == 1


def test_one_thread_may_sleep_while_another_asks(driver: BlockingDriver) -> None:
    sleeper = threading.Thread(target=lambda: driver.run(ask(Sleep(1.0))))
    sleeper.start()
    assert driver.run(call("system_name")) == "tiny"
    assert sleeper.is_alive()
    sleeper.join()


def test_closing_ends_what_runs_elsewhere(node: TinyNode) -> None:
    driver = driver_for(node.endpoint)
    node.methods["silent"] = lambda node: HANG
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(driver.run, call("silent"))
        wait_until(lambda: "silent" in node.asked)
        driver.close()
        with pytest.raises(ConnectionLost):
            running.result(5)
    with pytest.raises(ConnectionLost):
        driver.run(call("system_name"))
    driver.close()


def test_200_times_open_and_close_leak_nothing(node: TinyNode) -> None:
    def once(close: bool) -> None:
        driver = driver_for(node.endpoint)
        driver.run(call("system_name"))
        if close:
            driver.close()

    once(True)
    gc.collect()
    threads, files = threading.active_count(), _open_files()
    for number in range(200):
        once(close=number % 2 == 0)  # every other one is only dropped
    gc.collect()
    wait_until(lambda: not node.connections)
    wait_until(lambda: threading.active_count() <= threads and _open_files() <= files)


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else 0
