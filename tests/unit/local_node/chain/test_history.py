"""Blocks whose state is gone."""

from __future__ import annotations

import pytest

from local_node.chain.errors import StateDiscarded
from local_node.state.store import Store
from tests.unit.local_node.chain.conftest import Open
from tests.unit.local_node.chain.counter import add
from tests.unit.local_node.chain.counting import total


def test_a_pruned_state_is_refused_and_its_block_is_not(open_chain: Open) -> None:
    chain = open_chain(Store(keep=2))
    for nonce in range(5):
        chain.submit(add(1, nonce, 1))
    old = chain.hash_at(2)
    assert old is not None
    with pytest.raises(StateDiscarded):
        chain.state(old)
    with pytest.raises(StateDiscarded):
        chain.revert_to(old)
    assert chain.block(old) is not None
    assert (total(chain), total(chain, chain.hash_at(4))) == (5, 4)
    assert chain.check(execute=True) == []
