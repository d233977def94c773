"""A chain in memory that makes blocks only when asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from local_node.chain.modes import Manual
from local_node.embedded.chain_file import lock_chain_file
from local_node.embedded.open_chain import OpenChain
from local_node.server.metrics.watch import Watch
from tests.unit.local_node.dev.conftest import local

__all__ = ["local"]


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[OpenChain]:
    opened = OpenChain(lock_chain_file(tmp_path / "dev.chain"))
    opened.chain.mode = Manual()
    yield opened
    opened.close()


@pytest.fixture
def watch(hosted: OpenChain) -> Iterator[Watch]:
    made = Watch(hosted.dispatcher)
    yield made
    made.stop()
