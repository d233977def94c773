"""A remote that gives no proofs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from btsdk.client import Client
from btsdk.ops import Transfer
from btsdk.units import Tao
from local_node import Fork, LocalChain
from local_node.chain.host import CODE
from local_node.fork.errors import NoProofs
from tests.unit.local_node.fork.forked import ALICE, STRANGER, use
from tests.unit.local_node.fork.opening import start
from tests.unit.local_node.fork.proxy import Proxy, Refused, not_served


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
