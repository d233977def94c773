"""`btcli node accounts`."""

from __future__ import annotations

from btsdk.keys import Keypair
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE


def test_the_secrets_are_those_of_the_accounts(cli: Cli) -> None:
    data = cli.inside("node", "accounts", "--json").data()
    assert data["accounts"][0]["ss58"] == ALICE
    assert data["accounts"][0]["free_tao"] == "1000000.000000000"
    for account in data["accounts"]:
        assert Keypair.from_uri(account["secret"]).ss58_address == account["ss58"]
    rows = [line.split() for line in cli.inside("node", "accounts").out.splitlines()]
    assert ["//Alice", ALICE, "τ1,000,000.000000000"] in rows
