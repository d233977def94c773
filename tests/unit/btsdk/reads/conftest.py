"""A real chain with stakes, fresh for each test that names it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.unit.btsdk.staked import Staked, staked


@pytest.fixture
def real() -> Iterator[Staked]:
    with staked() as chain:
        yield chain
