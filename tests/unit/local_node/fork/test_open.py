"""Chain files that are forks: begun, gone on with, refused; and remotes that are not as wished."""

from __future__ import annotations

import json
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
from btsdk.well_known_keys import CODE
from chain_spec import chains
from local_node import Fork, LocalChain
from local_node.chain.chain import Chain
from local_node.chain.modes import Manual
from local_node.embedded.chain_file import lock_chain_file
from local_node.fork.errors import (
    BadProof,
    NoProofs,
    RemoteAway,
    RuntimeDiffers,
    StatePruned,
    UnknownRemoteBlock,
)
from local_node.fork.open import endpoint_of
from local_node.process.maintenance import check_chain_file
from local_node.process.node import Node, NodeConfig
from local_node.process.retention import Retention
from local_node.runtime.boundary import is_compiled
from local_node.state.lazy import Incomplete
from local_node.state.trie import MissingNode, Trie
from tests.unit.local_node.fork.conftest import nobody_at, served
from tests.unit.local_node.fork.proxy import Proxy, Refused, not_served
from tests.unit.local_node.fork.test_forks import ALICE, STRANGER, use

COMPILED = b"\0asm" + bytes(60)
"""What looks like compiled code, and lies unused under `:code` of a node that runs its own."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "fork.chain"


def start(path: Path, fork: Fork | None = None, **named: Any) -> Node:
    return Node.start(NodeConfig(chain_file=path, port=0, fork=fork, **named))


def unread(fork: Chain, remote: Chain) -> bytes:
    """A key of the remote that the fork has not read yet."""
    trie, root = fork.store.trie, fork.state().root
    for key in remote.state().keys():  # noqa: SIM118 - no dictionary
        try:
            Trie.get(trie, root, key)
        except MissingNode:
            return key
    raise AssertionError("everything has been read")


# Files


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
            with pytest.raises(RpcError, match="has not read yet"):
                client.call("state_getStorage", "0x" + key.hex())
            with pytest.raises(RpcError, match="has not read yet"):
                client.call("dev_setStorage", [["0x" + key.hex(), "0x00"]])
        with pytest.raises(RemoteAway):
            fork.chain.author_block()
        assert (fork.chain.best, len(fork.chain.pool)) == (best, held)
        with LocalChain() as again:
            again.serve(port)
            assert fork.chain.author_block(only=True).number == best.number + 1
            assert fork.chain.state().get(key) == again.chain.state().get(key)
    fork.stop()


def test_more_may_be_prefetched_later(path: Path) -> None:
    with served() as remote:
        remote.advance(2)
        start(path, Fork(remote.endpoint)).stop()
        start(path, Fork(remote.endpoint, prefetch=("0x",))).stop()
        theirs = remote.chain.state().items()
    fork = start(path)
    assert fork.chain.state().items() == theirs
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


# Remotes


def test_a_remote_that_is_not_there(path: Path) -> None:
    with served() as remote:
        endpoint = remote.endpoint
    for url in (endpoint, "http" + endpoint.removeprefix("ws")):
        with nobody_at(endpoint), pytest.raises(ConnectError):
            start(path, Fork(url))
        assert not path.exists()


@pytest.mark.parametrize("at", [10_000, "0x" + "ab" * 32])
def test_a_block_that_the_remote_does_not_know(
    remote: LocalChain, path: Path, at: int | str
) -> None:
    with pytest.raises(UnknownRemoteBlock, match=str(at)):
        start(path, Fork(remote.endpoint, at))


def test_what_is_no_block_or_network(remote: LocalChain, path: Path) -> None:
    with pytest.raises(UsageError, match="neither the number nor the hash"):
        start(path, Fork(remote.endpoint, "newest"))
    with pytest.raises(UsageError, match="is not a network"):
        start(path, Fork("somewhere"))
    with pytest.raises(UsageError, match="the local chain"):
        start(path, Fork("local"))
    assert endpoint_of("archive").startswith("wss://archive")


def test_a_block_whose_state_the_remote_has_pruned(tmp_path: Path, path: Path) -> None:
    spec = json.loads(chains.load("dev").text)
    spec["btsdk"]["blocks"]["keepStates"] = 3
    file = tmp_path / "short.json"
    file.write_text(json.dumps(spec))
    remote = Node.start(NodeConfig(str(file), tmp_path / "remote.chain", port=0))
    remote.chain.mode = Manual()
    for _ in range(8):
        remote.chain.author_block()
    with pytest.raises(StatePruned, match="pruned the state of block 2 ") as refused:
        start(path, Fork(remote.endpoint, 2))
    assert "archive" in str(refused.value.hint)
    fork = start(path, Fork(remote.endpoint))
    key, base = unread(fork.chain, remote.chain), fork.chain.best.number
    for _ in range(8):
        remote.chain.author_block()
    with pytest.raises(StatePruned, match=f"pruned the state of block {base} "):
        fork.chain.state().get(key)
    fork.stop()
    remote.stop()


def test_a_proof_that_is_another_block_s(remote: LocalChain, path: Path) -> None:
    def broken(params: list[Any], answer: Any) -> Any:
        nodes = answer["proof"]
        return {**answer, "proof": [node[:-2] + "ff" for node in nodes]}

    def with_another_body(params: list[Any], answer: Any) -> Any:
        block = answer["block"]
        return {**answer, "block": {**block, "extrinsics": block["extrinsics"][:-1]}}

    with (
        Proxy(remote.endpoint, state_getReadProof=broken) as proxy,
        pytest.raises(BadProof, match="not of the state of block"),
    ):
        start(path, Fork(proxy.endpoint))
    with (
        Proxy(remote.endpoint, chain_getBlock=with_another_body) as proxy,
        pytest.raises(BadProof, match="does not match its header"),
    ):
        start(path, Fork(proxy.endpoint))


def test_a_proof_that_leaves_something_out(remote: LocalChain, path: Path) -> None:
    kept: list[bytes] = []

    def short(params: list[Any], answer: Any) -> Any:
        return (
            {**answer, "proof": []} if params[0] == ["0x" + key.hex() for key in kept] else answer
        )

    with Proxy(remote.endpoint, state_getReadProof=short) as proxy:
        fork = start(path, Fork(proxy.endpoint))
        kept.append(unread(fork.chain, remote.chain))
        with pytest.raises(Incomplete, match="is not in the answer"):
            fork.chain.state().get(kept[0])
        kept.clear()
        fork.stop()


def test_prefetching_takes_few_questions(remote: LocalChain, path: Path) -> None:
    with Proxy(remote.endpoint) as proxy:
        wanted = ("netuid:1", "SubtensorModule.SubnetTAO", "0x" + b":code".hex())
        fork = start(path, Fork(proxy.endpoint, prefetch=wanted))
        assert proxy.messages < 60
        declared = remote.control.metadata.storage
        ours, theirs = fork.chain.state(), remote.chain.state()
        begun = proxy.messages
        for item, keys in (("Tempo", ()), ("SubnetTAO", ()), ("Keys", (1,)), ("Weights", (1,))):
            prefix = declared("SubtensorModule", item).key(*keys)
            assert ours.items(prefix) == theirs.items(prefix) != []
        assert proxy.messages == begun
        fork.chain.author_block()
        assert proxy.messages < begun + 100
        fork.stop()


def test_a_remote_that_takes_no_batches(remote: LocalChain, path: Path) -> None:
    with Proxy(remote.endpoint, takes_batches=False) as proxy:
        node = start(path, Fork(proxy.endpoint, prefetch=("Balances",)))
        assert node.chain.state().items() == remote.chain.state().items()
        node.stop()


@pytest.mark.parametrize("name", ["Nowhere", "Balances.Nothing", "netuid:x", "netuid:70000", "0xz"])
def test_what_cannot_be_prefetched(remote: LocalChain, path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=f"--prefetch {name}"):
        start(path, Fork(remote.endpoint, prefetch=(name,)))


# No proofs


def test_a_remote_without_proofs(remote: LocalChain, path: Path) -> None:
    with Proxy(remote.endpoint, state_getReadProof=not_served) as proxy:
        node = start(path, Fork(proxy.endpoint))
        chain, theirs = node.chain, remote.chain.state()
        header = chain.header(chain.best.hash)
        assert header is not None
        assert header.state_root == theirs.root != chain.state().root
        assert chain.state().items() == theirs.items()
        with pytest.raises(NoProofs):
            chain.state().proof([CODE])
        with pytest.raises(NoProofs):
            chain.state().merkle_value(CODE)
        with Client(node.endpoint, cache=False) as client:
            assert client.call("dev_nodeInfo")["fork"]["roots"] == "local"
            client.execute(Transfer(STRANGER, Tao.parse("3")), ALICE)
            before = client.head().balance(STRANGER).free
        base = chain.hash_at(theirs.block.number)
        best = chain.best
        node.stop()
    node = start(path)  # everything was read, so nobody is needed any more
    chain = node.chain
    assert chain.best == best
    assert chain.check(execute=True) == []
    assert base is not None
    chain.revert_to(base)
    assert chain.state().items() == theirs.items()
    with Client(node.endpoint, cache=False) as client:
        assert client.head().balance(STRANGER).free == Tao.parse("0") != before
    node.stop()


def test_people_use_a_fork_without_proofs(remote: LocalChain) -> None:
    def refused(params: list[Any], answer: Any) -> Any:
        raise Refused(-32000, "this method is not for the public")

    with (
        Proxy(remote.endpoint, state_getReadProof=refused) as proxy,
        LocalChain(fork=proxy.endpoint) as fork,
    ):
        use(fork)
        assert fork.chain.check(execute=True) == []


# Runtimes


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


def test_a_runtime_that_differs_is_refused_by_name(remote: LocalChain, path: Path) -> None:
    def newer(params: list[Any], answer: Any) -> Any:
        return {**answer, "specVersion": 999}

    with (
        Proxy(remote.endpoint, state_getRuntimeVersion=newer) as proxy,
        pytest.raises(RuntimeDiffers, match="its spec_version is 999") as refused,
    ):
        start(path, Fork(proxy.endpoint))
    assert refused.value.differences[0].startswith("its spec_version")
    assert "another release of btsdk" in str(refused.value.hint)
    assert not path.exists()


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
