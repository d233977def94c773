"""`cli`: btcli in an empty home, in this process. `alice`: the same with a wallet.

`funded`: the same for a whole module, with wallets that have TAO on a chain.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli, alice_and_bob


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    return Cli(tmp_path)


@pytest.fixture
def alice(cli: Cli) -> Cli:
    """A wallet `alice` with one hotkey, both without a password."""
    wallet = Wallet("alice", path=cli.wallets)
    wallet.regenerate_coldkey(Keypair.from_uri("//Alice"), None)
    wallet.regenerate_hotkey(Keypair.from_uri("//alice//hot"), None)
    return cli


@pytest.fixture(scope="module")
def funded(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    return alice_and_bob(tmp_path_factory.mktemp("funded"))
