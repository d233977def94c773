"""`world`: Alice, Bob and Charlie on one chain. Bob may act for Alice at once, Charlie after two
blocks."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli
from tests.unit.btcli.commands.proxy.proxied import YES


@pytest.fixture(scope="package")
def world(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    cli = Cli(tmp_path_factory.mktemp("proxies"))
    for name in ("alice", "bob", "charlie"):
        wallet = Wallet(name, path=cli.wallets)
        wallet.regenerate_coldkey(Keypair.from_uri(f"//{name.capitalize()}"), None)
    for delegate, delay in (("bob", "0"), ("charlie", "2")):
        words = ("-w", "alice", "--delegate", delegate, "--delay", delay)
        cli.inside("proxy", "add", *words, *YES).data()
    return cli
