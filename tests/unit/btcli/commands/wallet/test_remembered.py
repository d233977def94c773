"""Passwords that are stored in the keyring, and follow a change."""

from __future__ import annotations

from btcli.commands.wallet import remembered
from btsdk.keys import Keypair
from btsdk.wallet import Wallet, encryption
from btsdk.wallet.passwords import Given
from tests.cli.running import Cli
from tests.unit.btcli.samples import context
from tests.unit.btsdk.wallet.keyrings import InMemory


def test_a_stored_password_follows_a_change(cli: Cli, memory: InMemory) -> None:
    stored = Wallet("alice", path=cli.wallets, kdf=encryption.TESTING).coldkey
    stored.save(Keypair.from_uri("//Alice"), Given("old"))
    name = ("btsdk", str(stored.private))
    memory.kept[name] = "old"
    new = Given("new")
    stored.change_password(Given("old"), new)
    remembered.follow(context(cli.wallets), stored, new)
    assert memory.kept == {name: "old"}  # commands do not read it
    reading = context(cli.wallets, keyring=True)
    remembered.follow(reading, stored, new)
    assert memory.kept == {name: "new"}
    assert "commands read" in remembered.hint(reading)
    remembered.follow(reading, stored, None)
    assert memory.kept == {}
    remembered.follow(reading, stored, new)
    assert memory.kept == {}  # what was not stored stays so
