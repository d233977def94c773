"""A bench for small runtimes, whose compiled modules lie where only the test sees them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.local_node.runtime.wasm.support import Bench


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "modules")
