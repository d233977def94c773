"""A node of its own for a client that is not ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.node_process import NodeProcess

StartNode = Callable[[str], NodeProcess]


@pytest.fixture
def start_node(tmp_path: Path) -> Iterator[StartNode]:
    """Starts a node of a chain, in a process of its own; it ends with the test."""
    started: list[NodeProcess] = []

    def start(chain: str) -> NodeProcess:
        started.append(NodeProcess(chain, tmp_path / f"{len(started)}.chain"))
        return started[-1]

    yield start
    assert [node.stop() for node in started] == [0] * len(started)
