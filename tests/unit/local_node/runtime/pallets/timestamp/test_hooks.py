"""Each block tells the time, once."""

from __future__ import annotations

import pytest

from chain_spec.pallets import timestamp
from local_node.runtime.boundary import RuntimePanic
from tests.unit.local_node.runtime.support import Node


def test_a_block_without_time_cannot_end() -> None:
    node = Node()
    node.begin(inherents=False)
    before = node.ext.state()
    with pytest.raises(RuntimePanic, match="Timestamp must be updated once"):
        node.end()
    assert node.ext.state() == before


def test_the_mark_is_gone_with_the_block() -> None:
    node = Node()
    node.begin()
    assert node.context().get(timestamp.storage.DidUpdate) is True
    node.end()
    assert not node.context().contains(timestamp.storage.DidUpdate)
    node.block()
