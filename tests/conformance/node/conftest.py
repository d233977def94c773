"""A node in this process, and a wire to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from local_node.chain.modes import Manual
from local_node.node import Node, NodeConfig
from tests.wire import Composer, Wire

Connect = Callable[[], Wire]


@pytest.fixture
def node(tmp_path: Path) -> Iterator[Node]:
    """`dev` on a port of its own; blocks come with extrinsics, and one a second."""
    started = Node.start(NodeConfig(chain="dev", chain_file=tmp_path / "dev.chain", port=0))
    yield started
    started.stop()


@pytest.fixture
def still(node: Node) -> Node:
    """The node once blocks come only when they are asked for, so that a pool can be looked at."""
    node.chain.mode = Manual()
    return node


@pytest.fixture
def connect(node: Node) -> Iterator[Connect]:
    """More wires to the node, closed with the test."""
    opened: list[Wire] = []

    def one() -> Wire:
        opened.append(Wire(node.endpoint))
        return opened[-1]

    yield one
    for each in opened:
        each.close()


@pytest.fixture
def link(connect: Connect) -> Wire:
    """A wire to the node."""
    return connect()


@pytest.fixture
def composer(link: Wire) -> Composer:
    """Makes extrinsics for the node."""
    return Composer(link)
