"""A remote whose proofs are checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from local_node import Fork, LocalChain
from local_node.fork.errors import BadProof
from local_node.state.lazy import Incomplete
from tests.unit.local_node.fork.opening import start, unread
from tests.unit.local_node.fork.proxy import Proxy


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
        pytest.raises(BadProof, match="a body that does not match its header"),
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
