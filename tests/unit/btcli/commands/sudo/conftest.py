"""One chain for all tests of the group: Alice owns subnet 2."""

from __future__ import annotations

import pytest

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import owned


@pytest.fixture(scope="package")
def owner(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    return owned(tmp_path_factory.mktemp("owned"))
