"""A chain in memory under a clock that stands still, and its control."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from local_node.chain.clock import Clock
from local_node.chain.modes import Manual
from local_node.dev.control import Control
from local_node.dev.scaffold import read_scaffold
from local_node.embedded.local_chain import LocalChain
from tests.unit.local_node.dev.scaffolded import TEXT

START_MS = 1_700_000_000_000


@pytest.fixture
def local() -> Iterator[LocalChain]:
    """A fresh `dev` chain that makes blocks only when asked, of what a test submits alone."""
    clock = Clock(lambda: START_MS)
    with LocalChain(clock=clock, mode=Manual(), beacon=False) as fresh:
        yield fresh


@pytest.fixture
def control(local: LocalChain) -> Control:
    return local.control


@pytest.fixture(scope="module")
def built() -> Any:
    """The chain that the scaffold above describes."""
    with LocalChain(scaffold=read_scaffold(TEXT)) as chain:
        yield chain
