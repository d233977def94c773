"""Alice with stake and a lock of it."""

from __future__ import annotations

import pytest

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.conftest import made
from tests.unit.btcli.commands.stake.moving import YES


@pytest.fixture(scope="session")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """One alpha of subnet 1 is locked to the second hotkey. The tests leave it as it is."""
    cli = made(tmp_path_factory.mktemp("locked"))
    cli.inside("lock", "add", "--netuid", "1", "--amount", "1", "-H", "second", *YES).data()
    return cli
