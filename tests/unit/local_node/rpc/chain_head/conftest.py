"""A client that follows the head of a chain of twenty blocks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from local_node.chain.modes import Manual
from local_node.embedded.open_chain import OpenChain
from tests.unit.local_node.rpc.chain_head.followed import best
from tests.unit.local_node.rpc.line import Line


@pytest.fixture(scope="module")
def opened() -> Iterator[OpenChain]:
    hosted = OpenChain(None)
    hosted.chain.mode = Manual()
    yield hosted
    hosted.close()


@pytest.fixture
def hosted(opened: OpenChain) -> OpenChain:
    """A chain of 20 blocks or more; no more come unless a test makes them."""
    while opened.chain.best.number < 20:
        opened.chain.author_block()
    return opened


@pytest.fixture
def line(hosted: OpenChain) -> Iterator[Line]:
    line = Line(hosted.dispatcher)
    yield line
    line.peer.close()


@pytest.fixture
def followed(line: Line) -> tuple[str, str]:
    """A subscription with the runtime, and the best block, which is pinned."""
    subscription = line.call("chainHead_v1_follow", True)
    line.events(subscription)
    return subscription, best(line)
