"""Clients, chains and searches across `fork()`: the parent's go on, and the child has its own."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from btsdk import AsyncClient, Client, forks
from btsdk.drivers.blocking import BlockingDriver
from btsdk.errors import ChainFileError, ConnectionLost, ForkedProcess, SearchStopped
from btsdk.pow.seal import ClassicForm
from btsdk.pow.solver import SearchProgress, Solver
from btsdk.pow.workers import ProcessWorker, ThreadWorker, WorkerFactory
from local_node import LocalChain
from local_node.embedded.chain_file import holder_of
from tests.unit.btsdk.drivers.server import TinyNode
from tests.unit.btsdk.drivers.test_asyncio import driver_for as async_driver
from tests.unit.btsdk.drivers.test_blocking import call, driver_for, follow, wait_until

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here"),
    # From Python 3.12 on, forking beside threads warns; which is what is tested.
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning"),
]


def in_child(action: Callable[[], None], seconds: int = 60) -> None:
    """Run this in a forked child, which has to end well and in time."""
    pid = os.fork()
    if pid == 0:
        signal.alarm(seconds)  # a deadlock ends the child
        code = 1
        try:
            action()
            code = 0
        except BaseException:  # noqa: BLE001  # the parent is told
            traceback.print_exc()
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


@pytest.fixture
def node() -> Iterator[TinyNode]:
    with TinyNode().running() as node:
        yield node


def test_a_child_dials_anew_and_the_parent_keeps_its_connection(node: TinyNode) -> None:
    driver = driver_for(node.endpoint)
    driver.run(call("system_name"))

    def child() -> None:
        assert driver.run(call("echo", "child")) == "child"
        driver.close()

    in_child(child)
    in_child(lambda: None)
    assert driver.run(call("echo", "parent")) == "parent"
    assert node.opened == 2
    driver.close()


def test_a_child_that_ends_in_order_does_not_close_for_the_parent(node: TinyNode) -> None:
    driver = driver_for(node.endpoint)
    driver.run(call("system_name"))
    pid = os.fork()
    if pid == 0:
        try:
            del driver  # with its finalizer
        finally:
            os._exit(0)
    os.waitpid(pid, 0)
    assert driver.run(call("system_name")) == "tiny"
    assert node.opened == 1
    driver.close()


def test_many_children_at_once(node: TinyNode) -> None:
    driver = driver_for(node.endpoint)
    driver.run(call("system_name"))
    context = multiprocessing.get_context("fork")
    ends = [context.Process(target=_echo, args=(driver, n)) for n in range(4)]
    for end in ends:
        end.start()
    for n in range(50):
        assert driver.run(call("echo", n)) == n
    for end in ends:
        end.join(60)
    assert [end.exitcode for end in ends] == [0] * 4
    assert node.opened == 5
    driver.close()


def _echo(driver: BlockingDriver, number: int) -> None:
    for n in range(50):
        assert driver.run(call("echo", [number, n])) == [number, n]


_client: Client | None = None


def _name() -> str:
    assert _client is not None
    return str(_client.call("system_name"))


def test_a_pool_of_processes_shares_a_client(node: TinyNode) -> None:
    global _client
    with Client(node.endpoint, cache=False) as _client:
        assert _name() == "tiny"
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(2, mp_context=context) as pool:
            assert [pool.submit(_name).result(60) for _ in range(6)] == ["tiny"] * 6
        with context.Pool(2) as pool_of_old:
            assert pool_of_old.apply(_name) == "tiny"
        assert _name() == "tiny"


def test_an_inherited_subscription_ends_with_an_error(node: TinyNode) -> None:
    node.methods["subscribe"] = lambda node: "s"
    driver = driver_for(node.endpoint)
    items = driver.iterate(follow(100))
    threading.Timer(0.05, lambda: [node.push("s", n) for n in range(3)]).start()
    assert next(items) == 0

    def child() -> None:
        with pytest.raises(ForkedProcess, match="belongs to the parent"):
            next(items)
        assert driver.run(call("system_name")) == "tiny"
        driver.close()

    def careless() -> None:
        items.close()  # type: ignore[attr-defined]
        assert driver.run(call("system_name")) == "tiny"

    in_child(child)
    in_child(careless)
    assert [next(items), next(items)] == [1, 2]
    assert "unsubscribe" not in node.asked
    driver.close()


def test_locks_that_threads_of_the_parent_hold(node: TinyNode) -> None:
    let_go = threading.Event()
    driver = driver_for(node.endpoint)
    driver.run(call("system_name"))
    lock, changed = forks.rlock(), driver._changed

    def hold() -> None:
        with lock, changed:
            let_go.wait(60)

    holder = threading.Thread(target=hold)
    holder.start()
    waiting = threading.Thread(target=lambda: driver.run(call("echo", "waits")))
    waiting.start()

    def child() -> None:
        with lock:
            assert driver.run(call("echo", 1)) == 1
        driver.close()

    in_child(child)
    let_go.set()
    holder.join(60)
    waiting.join(60)
    assert driver.run(call("echo", 2)) == 2
    driver.close()


def test_what_a_lock_guards_is_whole_in_a_child() -> None:
    lock, parts, stop = forks.lock(), [0, 0], threading.Event()

    def work() -> None:
        while not stop.is_set():
            with lock:
                parts[0] += 1
                time.sleep(0.001)
                parts[1] += 1
            time.sleep(0.001)  # a lock is not fair: the fork needs a moment to get it

    worker = threading.Thread(target=work)
    worker.start()

    def child() -> None:
        with lock:
            assert parts[0] == parts[1]

    for _ in range(20):
        in_child(child)
    stop.set()
    worker.join()


def test_while_another_thread_receives(node: TinyNode) -> None:
    node.methods["subscribe"] = lambda node: "s"
    driver = driver_for(node.endpoint)
    got: list[object] = []
    reader = threading.Thread(target=lambda: got.extend(driver.iterate(follow(2))))
    reader.start()
    wait_until(lambda: "subscribe" in node.asked)

    def child() -> None:
        assert driver.run(call("echo", "child")) == "child"

    in_child(child)
    wait_until(lambda: len(node.connections) == 1)
    node.push("s", 1)
    node.push("s", 2)
    reader.join(60)
    assert got == [1, 2]
    driver.close()


def test_an_async_client_in_a_new_loop_of_the_child(node: TinyNode) -> None:
    async def main() -> None:
        driver = async_driver(node.endpoint)
        assert await driver.run(call("system_name")) == "tiny"
        items = driver.iterate(follow(100))
        asking = asyncio.ensure_future(items.__anext__())
        while "subscribe" not in node.asked:
            await asyncio.sleep(0.01)

        async def again() -> None:
            assert await driver.run(call("echo", "child")) == "child"
            await driver.close()

        def child() -> None:
            # The loop of the parent is not this process's.
            asyncio._set_running_loop(None)
            asyncio.run(again())

        in_child(child)
        assert await driver.run(call("echo", "parent")) == "parent"
        node.push(f"s{node.asked.index('subscribe') + 1}", 7)
        assert await asyncio.wait_for(asking, 60) == 7
        await items.aclose()  # type: ignore[attr-defined]
        await driver.close()

    asyncio.run(main())
    assert node.opened == 2


def test_an_async_client_after_its_loop(node: TinyNode) -> None:
    """The connection of a loop that was stopped, and not closed, is inherited as well."""
    client = AsyncClient(node.endpoint, cache=False)
    loop = asyncio.new_event_loop()
    assert loop.run_until_complete(client.call("system_name")) == "tiny"

    async def again() -> None:
        assert await client.call("system_name") == "tiny"
        await client.close()

    context = multiprocessing.get_context("fork")
    end = context.Process(target=lambda: asyncio.run(again()))
    end.start()
    end.join(60)
    assert end.exitcode == 0
    assert loop.run_until_complete(client.call("system_name")) == "tiny"
    assert node.opened == 2
    loop.run_until_complete(client.close())
    loop.close()


def test_a_chain_in_memory_is_the_parents() -> None:
    with LocalChain() as chain:
        before = chain.client.head().number
        url = chain.serve()

        def child() -> None:
            for use in (
                lambda: chain.client.head(),
                lambda: chain.advance(),
                lambda: chain.connect(),
                lambda: asyncio.run(_head_of(chain)),
            ):
                with pytest.raises(ForkedProcess) as caught:
                    use()
                assert "serve" in str(caught.value.hint)
            with Client(url, cache=False) as client:
                assert client.head().number == before
            chain.close()
            with LocalChain() as own:
                own.advance()
                assert own.client.head().number == before + 1

        in_child(child)
        chain.advance()
        assert chain.client.head().number == before + 1


async def _head_of(chain: LocalChain) -> None:
    async with chain.async_client() as client:
        await client.head()


def test_a_chain_file_is_the_parents(tmp_path: Path) -> None:
    path = tmp_path / "dev.chain"
    with Client("local", chain_file=path, cache=False) as client:
        client.call("dev_newBlock", 1)
        head = client.head().number

        def child() -> None:
            assert client.head().number == head  # through the port of the parent
            client.call("dev_newBlock", 1)
            with Client("local", chain_file=path, cache=False) as other:
                assert other.head().number == head + 1
            client.close()

        in_child(child)
        assert client.head().number == head + 1
        client.call("dev_newBlock", 1)
        holder = holder_of(path)
        assert holder is not None
        assert holder.pid == os.getpid()
    with Client("local", chain_file=path, cache=False) as client:
        assert client.head().number == head + 2


def test_a_child_outlives_the_chain_of_its_parent(tmp_path: Path) -> None:
    path = tmp_path / "dev.chain"
    ready, done = os.pipe(), os.pipe()
    client = Client("local", chain_file=path, cache=False)
    client.call("dev_newBlock", 1)
    endpoint = client._driver.reach()
    pid = os.fork()
    if pid == 0:
        signal.alarm(120)
        code = 1
        try:
            os.read(ready[0], 1)
            with pytest.raises((ChainFileError, ConnectionLost)) as caught:
                client.head()
            assert isinstance(caught.value, ChainFileError)
            assert "spawn" in str(caught.value.hint)
            os.write(done[1], b".")
            os.read(ready[0], 1)
            code = 0
        except BaseException:  # noqa: BLE001  # the parent is told
            traceback.print_exc()
        finally:
            os._exit(code)
    client.close()
    wait_until(lambda: holder_of(path) is None)  # the child has no part in the lock
    os.write(ready[1], b".")
    assert os.read(done[0], 1) == b"."
    with Client("local", chain_file=path, cache=False) as again:
        assert again.call("dev_newBlock", 1)
        number = again.head().number
    with pytest.raises(OSError):  # noqa: PT011  # nobody listens on the port any more
        _dialled(endpoint)
    os.write(ready[1], b".")
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    with Client("local", chain_file=path, cache=False) as again:
        assert again.head().number == number
    for end in (*ready, *done):
        os.close(end)


def _dialled(endpoint: str) -> None:
    import socket

    host, port = endpoint.removeprefix("ws://").split(":")
    socket.create_connection((host, int(port)), 5).close()


def test_the_substrate_interface_is_the_parents() -> None:
    with LocalChain() as chain, Client(chain.serve(), cache=False) as client:
        genesis = client.substrate.get_block_hash(0)

        def child() -> None:
            assert client.substrate.get_block_hash(0) == genesis
            client.close()

        in_child(child)
        assert client.substrate.get_block_hash(0) == genesis


@pytest.mark.parametrize("worker", [ThreadWorker, ProcessWorker])
def test_a_search_is_the_parents(worker: WorkerFactory) -> None:
    """A child forked while its parent searches ends its copy of the search, and no worker."""
    children: list[int] = []

    def fork_once(progress: SearchProgress) -> None:
        if children or not progress.attempts:
            return
        pid = os.fork()
        if pid:
            children.append(pid)
        else:
            signal.alarm(60)
            children.append(0)

    solver = Solver(
        ClassicForm(b"\1" * 32), 1 << 200, workers=[worker], progress=fork_once, every_s=0.05
    )
    solver.update(1, b"\2" * 32)
    ended: BaseException | None = None
    threading.Timer(6, solver.stop).start()
    try:
        solver.run()
    except BaseException as error:  # noqa: BLE001  # looked at below
        ended = error
    if children == [0]:
        code = 1
        try:
            assert isinstance(ended, SearchStopped)
            assert "parent process" in str(ended)
            own = Solver(ClassicForm(b"\1" * 32), 1, workers=[worker])
            own.update(1, b"\2" * 32)
            own.run()
            code = 0
        except BaseException:  # noqa: BLE001  # the parent is told
            traceback.print_exc()
        finally:
            os._exit(code)
    assert isinstance(ended, SearchStopped)
    assert "it was stopped" in str(ended)
    assert os.waitstatus_to_exitcode(os.waitpid(children[0], 0)[1]) == 0
