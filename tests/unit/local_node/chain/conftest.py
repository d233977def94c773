"""A counter chain in memory, under a clock that stands still until it is told otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from local_node.chain.chain import Chain
from local_node.chain.clock import Clock
from local_node.state.store import Store
from tests.unit.local_node.chain.counter import CounterRuntime, Spec

START_MS = 1_700_000_000_000


class Wall:
    """A wall clock in somebody's hand."""

    def __init__(self) -> None:
        self.ms = START_MS

    def __call__(self) -> int:
        return self.ms


@pytest.fixture
def wall() -> Wall:
    return Wall()


Open = Callable[..., Chain]


@pytest.fixture
def open_chain(wall: Wall) -> Iterator[Open]:
    """Opens counter chains, in memory unless told a store."""
    chains: list[Chain] = []

    def open_one(store: Store | None = None, **options: Any) -> Chain:
        runtime = options.pop("runtime", None) or CounterRuntime()
        spec = options.pop("spec", None) or Spec()
        chain = Chain.open(spec, store or Store(), Clock(wall), runtime, **options)
        chains.append(chain)
        return chain

    yield open_one
    for chain in chains:
        chain.close()


@pytest.fixture
def chain(open_chain: Open) -> Chain:
    return open_chain()
