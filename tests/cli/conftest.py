"""`cli`: btcli in an empty home. `world`: the same for a whole module, on a chain with wallets."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Cli, alice_and_bob


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    return Cli(tmp_path)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    return alice_and_bob(tmp_path_factory.mktemp("world"))
