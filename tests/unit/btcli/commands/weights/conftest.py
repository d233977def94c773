"""A subnet whose owner may set weights."""

from __future__ import annotations

import pytest

from btsdk.client import Client
from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.conftest import made
from tests.unit.btcli.commands.stake.moving import YES


@pytest.fixture(scope="session")
def weighing(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """Subnet 2 has two neurons and no rate limit; the tests leave it as it is but for the rows."""
    cli = made(tmp_path_factory.mktemp("weighing"))
    cli.inside("subnets", "register", "--netuid", "2", "-H", "second", *YES).data()
    storage(cli, WeightsSetRateLimit=[[[2], 0]])
    return cli


def storage(cli: Cli, **items: object) -> None:
    """Write storage items of SubtensorModule."""
    with Client("local", chain_file=cli.chain_file) as client:
        client.call("dev_setStorage", {"SubtensorModule": items})  # type: ignore[dict-item]
