"""`world`: Alice and Bob on one chain, who open crowdloans and contribute to them."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli


@pytest.fixture(scope="package")
def world(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    cli = Cli(tmp_path_factory.mktemp("crowdloans"))
    for name in ("alice", "bob"):
        wallet = Wallet(name, path=cli.wallets)
        wallet.regenerate_coldkey(Keypair.from_uri(f"//{name.capitalize()}"), None)
    return cli
