"""What is read of a remote in advance."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.errors import UsageError
from local_node import Fork, LocalChain
from tests.unit.local_node.fork.conftest import served
from tests.unit.local_node.fork.opening import start
from tests.unit.local_node.fork.proxy import Proxy


def test_more_may_be_prefetched_later(path: Path) -> None:
    with served() as remote:
        remote.advance(2)
        start(path, Fork(remote.endpoint)).stop()
        start(path, Fork(remote.endpoint, prefetch=("0x",))).stop()
        theirs = remote.chain.state().items()
    fork = start(path)
    assert fork.chain.state().items() == theirs
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
