"""`cli`: btcli in an empty home. `world`: the same for a whole module, on a chain with wallets."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    return Cli(tmp_path)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """Wallets `alice` (a million TAO at genesis) and `bob`, and a dev chain in its file."""
    made = Cli(tmp_path_factory.mktemp("world"))
    for name in ("alice", "bob"):
        wallet = Wallet(name, path=made.wallets)
        wallet.regenerate_coldkey(Keypair.from_uri(f"//{name.capitalize()}"), None)
        wallet.regenerate_hotkey(Keypair.from_uri(f"//{name}//hot"))
    return made
