"""A node in the background, and a compiled runtime."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import Cli
from tests.unit.local_node.chain.test_runtimes import tiny


@pytest.fixture(scope="package")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cli]:
    """A node in the background, for the tests of several files."""
    cli = Cli(tmp_path_factory.mktemp("node"))
    started = cli("node", "start", "--daemon", "--port", "0", "--json").data()
    assert started["endpoint"].startswith("ws://127.0.0.1:")
    yield cli
    cli("node", "stop")


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """The file of a compiled runtime, `tiny` 7."""
    file = tmp_path / "tiny.wasm"
    file.write_bytes(tiny())
    return file
