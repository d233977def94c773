"""Alice with stake on her hotkey, on two subnets."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import SECOND, YES


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """Alice with stake on her hotkey, on two subnets that are open."""
    return made(tmp_path_factory.mktemp("moves"))


@pytest.fixture(scope="session")
def staker(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """The same, for the tests of many modules: each changes only what the others do not read."""
    return made(tmp_path_factory.mktemp("staker"))


def made(home: Path) -> Cli:
    """A home with that chain."""
    cli = Cli(home)
    alice = Wallet("alice", path=cli.wallets)
    alice.regenerate_coldkey(Keypair.from_uri("//Alice"), None)
    alice.regenerate_hotkey(Keypair.from_uri("//Alice//hot"))
    Wallet("alice", "second", path=cli.wallets).regenerate_hotkey(SECOND)
    cli.inside("subnets", "create", *YES).data()
    cli.inside("subnets", "start", "--netuid", "2", *YES).data()
    for hotkey in ("default", "second"):
        cli.inside("subnets", "register", "--netuid", "1", "-H", hotkey, *YES).data()
    for netuid in ("1", "2"):
        cli.inside("stake", "add", "--netuid", netuid, "--amount", "5", "--unsafe", *YES).data()
    return cli
