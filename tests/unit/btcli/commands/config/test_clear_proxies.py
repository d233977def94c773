"""`btcli config clear-proxies`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.samples import BOB

CLEAR = ("config", "clear-proxies", "--json")


def test_proxies_are_removed_and_other_names_kept(cli: Cli) -> None:
    assert cli.inside(*CLEAR).data() == {"removed": []}
    cli.inside("addr", "add", "friend", BOB)
    for name in ("one", "two"):
        cli.inside("config", "add-proxy", "--name", name, "--address", BOB)
    assert cli.inside(*CLEAR).error()["code"] == "needs_confirmation"
    assert cli.inside(*CLEAR, "-y").data() == {"removed": ["one", "two"]}
    left = cli.inside("addr", "list", "--json").data()["addresses"]
    assert [entry["name"] for entry in left] == ["friend"]
