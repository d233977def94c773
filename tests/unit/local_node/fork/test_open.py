"""Chain files that are forks: begun, gone on with, refused; and remotes that are not as wished."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from btsdk.client import Client
from btsdk.errors import ChainFileError, ConnectError, RpcError, UsageError
from btsdk.ops import Transfer
from btsdk.units import Tao
from local_node import Fork, LocalChain
from local_node.chain.host import CODE
from local_node.embedded.chain_file import lock_chain_file
from local_node.fork.errors import RemoteAway, RuntimeDiffers
from local_node.fork.open import endpoint_of
from local_node.process.maintenance import check_chain_file
from local_node.process.node import Node, NodeConfig
from local_node.process.retention import Retention
from local_node.runtime.boundary import is_compiled
from tests.unit.local_node.fork.conftest import nobody_at, served
from tests.unit.local_node.fork.forked import ALICE, STRANGER
from tests.unit.local_node.fork.opening import start, unread
from tests.unit.local_node.fork.proxy import Proxy, not_served

COMPILED = b"\0asm" + bytes(60)
"""What looks like compiled code, and lies unused under `:code` of a node that runs its own."""


def test_a_file_goes_on_as_the_fork_that_it_is(remote: LocalChain, path: Path) -> None:
    node = start(path, Fork(remote.endpoint))
    base = node.chain.best
    with Client(node.endpoint, cache=False) as client:
        client.execute(Transfer(STRANGER, Tao.parse("3")), ALICE)
    best, root = node.chain.best, node.chain.state().root
    node.stop()
    for again in (None, Fork(remote.endpoint), Fork(remote.endpoint, base.number)):
        node = start(path, again)
        assert (node.chain.best, node.chain.state().root) == (best, root)
        assert node.chain_name == "fork"
        assert node.chain.store.origin is not None
        assert node.chain.store.origin.hash == base.hash
        node.stop()
    holding = lock_chain_file(path)
    report = check_chain_file(holding)
    holding.release()
    assert (report.problems, report.executed, report.head) == ((), 1, best)
    assert report.reason == f"blocks up to #{base.number} belong to the forked network"


def test_what_was_read_is_there_without_the_remote(path: Path) -> None:
    with served() as remote:
        remote.advance(2)
        node = start(path, Fork(remote.endpoint, prefetch=("Balances",)))
        with Client(node.endpoint, cache=False) as client:
            client.execute(Transfer(STRANGER, Tao.parse("3")), ALICE)
            best = node.chain.best
        node.stop()
    node = start(path)
    with Client(node.endpoint, cache=False) as client:
        client.execute(Transfer(STRANGER, Tao.parse("4")), ALICE)
        assert client.head().balance(STRANGER).free == Tao.parse("7")
        assert node.chain.best.number == best.number + 1
    node.stop()


def test_what_was_not_read_is_a_typed_error_and_leaves_nothing(path: Path) -> None:
    with served() as remote:
        fork = start(path, Fork(remote.endpoint))
        key = unread(fork.chain, remote.chain)
    with nobody_at(remote.endpoint) as port:
        best, held = fork.chain.best, len(fork.chain.pool)
        with pytest.raises(RemoteAway, match="needs data that it has not read") as refused:
            fork.chain.state().get(key)
        assert "--prefetch" in str(refused.value.hint)
        with Client(fork.endpoint, cache=False) as client:
            with pytest.raises(RpcError, match="data that it has not read yet"):
                client.call("state_getStorage", "0x" + key.hex())
            with pytest.raises(RpcError, match="data that it has not read yet"):
                client.call("dev_setStorage", [["0x" + key.hex(), "0x00"]])
        with pytest.raises(RemoteAway):
            fork.chain.author_block()
        assert (fork.chain.best, len(fork.chain.pool)) == (best, held)
        with LocalChain() as again:
            again.serve(port)
            assert fork.chain.author_block(only=True).number == best.number + 1
            assert fork.chain.state().get(key) == again.chain.state().get(key)
    fork.stop()


def test_a_fork_keeps_every_state(remote: LocalChain, path: Path) -> None:
    start(path, Fork(remote.endpoint)).stop()
    with pytest.raises(UsageError, match="keeps every state"):
        Node.start(NodeConfig(chain_file=path, port=0), retention=Retention(2))


def test_another_endpoint_of_the_network_may_be_named(remote: LocalChain, path: Path) -> None:
    start(path, Fork(remote.endpoint)).stop()
    with Proxy(remote.endpoint) as other:
        node = start(path, Fork(other.endpoint))
        assert node.chain.store.origin is not None
        assert node.chain.store.origin.url == other.endpoint
        node.stop()
    with served(chain="fast") as stranger, pytest.raises(ConnectError, match="genesis"):
        start(path, Fork(stranger.endpoint))


def test_files_that_hold_something_else_are_refused(remote: LocalChain, path: Path) -> None:
    fork = Fork(remote.endpoint)
    Node.start(NodeConfig(chain_file=path, port=0)).stop()
    with pytest.raises(ChainFileError, match="not a fork"):
        start(path, fork)
    start(path, fork, fresh=True).stop()
    with pytest.raises(ChainFileError, match="not of the requested block"):
        start(path, fork._replace(at=1))
    with pytest.raises(ChainFileError, match="holds a fork of a live network"):
        start(path, chain="fast")
    for strange in ({"chain": "fast"}, {"scaffold": path}, {"runtime": path}, {"beacon": True}):
        with pytest.raises(UsageError, match=r"no scaffold and no runtime|cannot be read"):
            start(path, fork, **strange)


def test_a_fork_that_was_cut_off_is_begun_again(remote: LocalChain, path: Path) -> None:
    with Proxy(remote.endpoint, system_chain=not_served) as proxy, pytest.raises(RpcError):
        start(path, Fork(proxy.endpoint))
    assert not path.exists()
    start(path, Fork(remote.endpoint)).stop()
    with closing(sqlite3.connect(path)) as file:  # as a process leaves it that is killed meanwhile
        file.execute("DELETE FROM meta WHERE key IN ('fork', 'chain_spec')")
        file.commit()
    with pytest.raises(ChainFileError):
        start(path)
    node = start(path, Fork(remote.endpoint))
    assert node.chain.best == remote.chain.best
    assert node.chain.check() == []
    node.stop()


def test_what_is_no_block_or_network(remote: LocalChain, path: Path) -> None:
    with pytest.raises(UsageError, match="neither the number nor the hash"):
        start(path, Fork(remote.endpoint, "newest"))
    with pytest.raises(UsageError, match="is not a network"):
        start(path, Fork("somewhere"))
    with pytest.raises(UsageError, match="is the local chain, not a network"):
        start(path, Fork("local"))
    assert endpoint_of("archive").startswith("wss://archive")


def test_a_compiled_runtime_that_the_bundled_one_agrees_with(path: Path) -> None:
    with served() as remote:
        remote.chain.author_block(patch={CODE: COMPILED})
        node = start(path, Fork(remote.endpoint))
        assert is_compiled(remote.chain.state().get(CODE))
        assert not node.chain.is_compiled
        assert node.chain.best.number == remote.chain.best.number + 1
        assert node.chain.is_patched(node.chain.best.hash)
        with Client(node.endpoint, cache=False) as client:
            client.execute(Transfer(STRANGER, Tao.parse("3")), ALICE)
        assert node.chain.check(execute=True) == []
        node.stop()


def test_the_runtime_of_one_of_our_own_nodes_is_the_bundled_one(remote: LocalChain) -> None:
    with LocalChain(fork=Fork(remote.endpoint, remote_runtime=True)) as fork:
        assert not fork.chain.is_compiled
        assert fork.chain.best == remote.chain.best
        assert fork.spec.interface is remote.spec.interface
        fork.advance()


def test_compiled_code_takes_the_extra_that_runs_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "local_node.runtime.wasm.executor", None)
    with served() as remote:
        remote.chain.author_block(patch={CODE: COMPILED})
        with pytest.raises(UsageError, match="is not installed") as refused:
            start(path, Fork(remote.endpoint, remote_runtime=True))
    assert refused.value.hint == "pip install 'btsdk[wasm]'"
    assert not path.exists()


def test_a_fork_that_another_release_made_is_refused(remote: LocalChain, path: Path) -> None:
    node = start(path, Fork(remote.endpoint))
    node.chain.author_block(patch={CODE: b"btsdk bundled runtime " + bytes(32)})
    node.stop()
    with pytest.raises(ChainFileError, match="is a fork made by another release of btsdk"):
        start(path)


def test_items_that_differ_are_named(path: Path) -> None:
    with served() as remote, served(chain="local") as other:
        remote.chain.author_block(patch={CODE: COMPILED})

        def foreign(params: list[Any], answer: Any) -> Any:
            return other.client.call("state_getMetadata")

        with (
            Proxy(remote.endpoint, state_getMetadata=foreign) as proxy,
            pytest.raises(RuntimeDiffers) as refused,
        ):
            start(path, Fork(proxy.endpoint))
    assert "pallet Triumvirate is unknown to the remote's" in refused.value.differences
    assert "--runtime remote" in str(refused.value.hint)
