"""`btcli config remove-proxy`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.samples import BOB


def test_a_saved_proxy_is_removed(cli: Cli) -> None:
    cli.inside("config", "add-proxy", "--name", "staker", "--address", BOB)
    cli.inside("config", "remove-proxy", "--name", "staker", "--json").data()
    assert cli.inside("config", "proxies", "--json").data()["addresses"] == []
    assert cli.inside("config", "remove-proxy", "--name", "staker").exit_code == 2
