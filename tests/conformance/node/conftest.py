"""A node in this process, and a wire to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from local_node.chain.modes import Manual
from local_node.process.node import Node, NodeConfig
from tests.runtimes import BUNDLED, Ground
from tests.wire import Composer, Wire, wire

Connect = Callable[[], Wire]


@pytest.fixture
def ground() -> Ground:
    """What the node runs on; a test that runs on others too has it as a parameter."""
    return BUNDLED


@pytest.fixture
def node(tmp_path: Path, ground: Ground) -> Iterator[Node]:
    """A chain on a port of its own; blocks come with extrinsics, and on `dev` one a second."""
    started = Node.start(NodeConfig(ground.chain, tmp_path / "one.chain", port=0))
    with wire(started.endpoint) as link:
        ground.endow(link)
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
