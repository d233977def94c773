"""A fork over HTTP."""

from __future__ import annotations

from local_node import LocalChain
from tests.unit.local_node.fork.forked import use


def test_a_fork_over_http(remote: LocalChain) -> None:
    url = "http" + remote.endpoint.removeprefix("ws")
    with LocalChain(fork=url) as fork:
        use(fork)
        assert fork.chain.check(execute=True) == []
        assert fork.chain.store.origin is not None
        assert fork.chain.store.origin.url == url
