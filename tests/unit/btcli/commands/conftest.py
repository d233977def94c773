"""`world`: wallets alice and bob, and a chain."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    made = Cli(tmp_path_factory.mktemp("world"))
    for name in ("alice", "bob"):
        wallet = Wallet(name, path=made.wallets)
        wallet.regenerate_coldkey(Keypair.from_uri(f"//{name.capitalize()}"), None)
        wallet.regenerate_hotkey(Keypair.from_uri(f"//{name}//hot"))
    return made
