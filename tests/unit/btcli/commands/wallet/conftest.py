"""Wallets on a local chain that several files share (each changes an account of its own), and a
keyring in memory."""

from __future__ import annotations

from pathlib import Path

import keyring
import keyring.backends.fail
import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet, encryption
from btsdk.wallet.passwords import Given
from tests.cli.running import Cli
from tests.unit.btsdk.wallet.keyrings import InMemory


@pytest.fixture(scope="package")
def world(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """`alice/default` and `alice/second` are registered on subnet 1; the chain has not seen
    `alice/free` and `bob/default`. Charlie has a coldkey alone."""
    cli = Cli(Path(tmp_path_factory.mktemp("world")))
    for name, uri in (("alice", "//Alice"), ("bob", "//Bob")):
        wallet = Wallet(name, path=cli.wallets)
        wallet.regenerate_coldkey(Keypair.from_uri(uri), None)
        wallet.regenerate_hotkey(Keypair.from_uri(f"{uri}//hot"))
    charlie = Wallet("charlie", path=cli.wallets)
    charlie.regenerate_coldkey(Keypair.from_uri("//Charlie"), None)
    for name in ("second", "free"):
        hotkey = Wallet("alice", name, cli.wallets)
        hotkey.regenerate_hotkey(Keypair.from_uri(f"//Alice//{name}"))
    for name in ("default", "second"):
        words = ("-w", "alice", "-H", name, "--netuid", "1", "-y", "--json")
        cli.inside("subnets", "register", *words).data()
    return cli


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> InMemory:
    """The system's keyring."""
    backend = InMemory()
    monkeypatch.setattr(keyring.core, "_keyring_backend", backend)
    return backend


@pytest.fixture
def sealed(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """A wallet `sealed` with Alice's coldkey, whose password is in a file; and no keyring."""
    if not isinstance(keyring.core._keyring_backend, InMemory):
        monkeypatch.setattr(keyring.core, "_keyring_backend", keyring.backends.fail.Keyring())
    wallet = Wallet("sealed", path=cli.wallets, kdf=encryption.TESTING)
    wallet.regenerate_coldkey(Keypair.from_uri("//Alice"), Given("a password"))
    (cli.home / "password").write_text("a password\n")
    return cli
