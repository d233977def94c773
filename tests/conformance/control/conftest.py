"""A chain in memory on a port of its own, and a wire to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from local_node.chain.modes import Manual
from local_node.embedded.local_chain import LocalChain
from tests.wire import Composer, Wire


@pytest.fixture
def served() -> Iterator[LocalChain]:
    """Blocks are made only when they are asked for, and nothing comes into the pool by itself."""
    with LocalChain(mode=Manual(), beacon=False) as fresh:
        fresh.serve()
        yield fresh


@pytest.fixture
def link(served: LocalChain) -> Iterator[Wire]:
    wire = Wire(served.endpoint)
    yield wire
    wire.close()


@pytest.fixture
def composer(link: Wire) -> Composer:
    return Composer(link)
