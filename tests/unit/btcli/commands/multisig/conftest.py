"""`world`: the saved multisig `team` of Alice, Bob and Charlie, which all have to approve."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli
from tests.unit.btcli.commands.multisig.team import THREE


@pytest.fixture(scope="package")
def world(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    cli = Cli(tmp_path_factory.mktemp("multisigs"))
    for name in ("alice", "bob", "charlie"):
        wallet = Wallet(name, path=cli.wallets)
        wallet.regenerate_coldkey(Keypair.from_uri(f"//{name.capitalize()}"), None)
    cli.inside("multisig", "save", "team", *THREE, "--json").data()
    cli.inside("node", "fund", "team", "1000", "--json").data()
    return cli
