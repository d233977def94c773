"""`btcli config proxies`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.samples import BOB


def test_only_proxies_are_listed(cli: Cli) -> None:
    assert cli.inside("config", "proxies").out == "No proxies are saved.\n"
    cli.inside("addr", "add", "friend", BOB)
    cli.inside("config", "add-proxy", "--name", "staker", "--address", BOB)
    found = cli.inside("config", "proxies", "--json").data()["addresses"]
    assert [entry["name"] for entry in found] == ["staker"]
