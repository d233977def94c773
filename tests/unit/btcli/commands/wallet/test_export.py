"""`btcli wallet export`."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet, encryption
from btsdk.wallet.keystore import open_keystore
from btsdk.wallet.passwords import Given
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE

PASSWORD = "a password of the keystore"


@pytest.fixture
def export(alice: Cli) -> tuple[str, ...]:
    (alice.home / "new").write_text(PASSWORD + "\n")
    file, new = str(alice.home / "keystore"), str(alice.home / "new")
    command = ("wallet", "export", "-w", "alice", "--json-output")
    return (*command, "--file", file, "--new-password-file", new)


def test_a_keystore_opens_and_is_restored(alice: Cli, export: tuple[str, ...]) -> None:
    done = alice.inside(*export)
    data = done.data()
    assert data == {"file": str(alice.home / "keystore"), "ss58": ALICE}
    file = Path(data["file"])
    assert file.stat().st_mode & 0o777 == 0o600
    assert open_keystore(file.read_bytes(), PASSWORD).ss58_address == ALICE
    secret = Keypair.from_uri("//Alice").reveal().private_key.hex()
    for text in (PASSWORD, secret):
        assert text not in done.out + done.err + file.read_text()
    words = ("wallet", "regen-hotkey", "-w", "again", "--json-file", data["file"])
    restored = alice.inside(*words, "--json-password", PASSWORD, "--json-output").data()
    assert restored["keys"][0]["ss58"] == ALICE


def test_a_hotkey(alice: Cli, export: tuple[str, ...]) -> None:
    hotkey = Wallet("alice", path=alice.wallets).hotkeypub.ss58_address
    assert alice.inside(*export, "--use-hotkey").data()["ss58"] == hotkey


def test_no_file_is_replaced(alice: Cli, export: tuple[str, ...]) -> None:
    (alice.home / "keystore").write_text("x")
    assert alice.inside(*export).error()["code"] == "key_file_exists"
    assert (alice.home / "keystore").read_text() == "x"


def test_a_wrong_password_writes_nothing(alice: Cli, export: tuple[str, ...]) -> None:
    wallet = Wallet("alice", path=alice.wallets, kdf=encryption.TESTING)
    wallet.regenerate_coldkey(Keypair.from_uri("//Alice"), Given("own"), overwrite=True)
    done = alice.inside(*export, "--password-file", str(alice.home / "new"))
    assert done.error()["code"] == "wrong_password"
    assert not (alice.home / "keystore").exists()
