"""`world`: wallets alice and bob, and a chain. `built`: a transfer of alice to bob in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli

TRANSFER = ("Balances.transfer_keep_alive", "dest=bob", "value=1.5tao")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    made = Cli(tmp_path_factory.mktemp("tx"))
    for name in ("alice", "bob"):
        wallet = Wallet(name, path=made.wallets)
        wallet.regenerate_coldkey(Keypair.from_uri(f"//{name.capitalize()}"), None)
        wallet.regenerate_hotkey(Keypair.from_uri(f"//{name}//hot"))
    return made


@pytest.fixture
def built(world: Cli, tmp_path: Path) -> str:
    """The file of the transfer."""
    file = str(tmp_path / "tx.json")
    done = world.inside("tx", "build", *TRANSFER, "-w", "alice", "--file", file)
    assert done.exit_code == 0, done
    return file
