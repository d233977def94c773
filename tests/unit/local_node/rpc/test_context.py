"""What every method gets: states, or why there are none."""

from __future__ import annotations

import pytest

from local_node.chain.chain import Chain
from local_node.rpc.context import NodeIdentity, Rpc
from local_node.rpc.errors import RpcFailure
from local_node.state.store import Store
from tests.unit.local_node.chain.counter import CounterRuntime, Spec


def test_states_that_cannot_be_had_have_substrates_code() -> None:
    chain = Chain.open(Spec(), Store(keep=2), runtime=CounterRuntime())
    for _ in range(4):
        chain.author_block()
    rpc = Rpc(chain, NodeIdentity())
    assert rpc.state(None).block == chain.best
    assert rpc.state(chain.hash_at(3)).block.number == 3
    for block, words in (
        (b"\x01" * 32, "UnknownBlock: Header was not found in the database"),
        (chain.hash_at(1), "Api called for an unknown Block: State already discarded"),
    ):
        with pytest.raises(RpcFailure) as caught:
            rpc.state(block)
        assert caught.value.code == 4003
        assert words in caught.value.message
    chain.close()
