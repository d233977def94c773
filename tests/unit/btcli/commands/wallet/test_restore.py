"""`btcli wallet restore`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet, archive
from btsdk.wallet.encryption import TESTING
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE

PASSWORD = "a password of the backup"


@pytest.fixture
def restore(alice: Cli) -> tuple[str, ...]:
    """The command, for a backup of `alice` and `bob`."""
    bob = Wallet("bob", path=alice.wallets)
    bob.regenerate_coldkey(Keypair.from_uri("//Bob"), None)
    keys = archive.collect([Wallet("alice", path=alice.wallets), bob])
    archive.write(alice.home / "backup", archive.seal(keys, PASSWORD, TESTING))
    (alice.home / "password").write_text(PASSWORD + "\n")
    file = str(alice.home / "backup")
    password = str(alice.home / "password")
    return ("wallet", "restore", "--file", file, "--password-file", password, "--json-output")


def test_all_keys_come_back(alice: Cli, restore: tuple[str, ...]) -> None:
    shutil.rmtree(alice.wallets)
    data = alice.inside(*restore).data()
    assert [key["name"] for key in data["restored"]] == ["alice", "default", "bob"]
    assert data["kept"] == []
    assert Wallet("alice", path=alice.wallets).unlock_coldkey().ss58_address == ALICE
    again = alice.inside(*restore).data()
    assert (again["restored"], len(again["kept"])) == ([], 3)


def test_chosen_wallets(alice: Cli, restore: tuple[str, ...]) -> None:
    shutil.rmtree(alice.wallets)
    data = alice.inside(*restore, "--wallets", "bob").data()
    assert [key["wallet"] for key in data["restored"]] == ["bob"]
    assert not (alice.wallets / "alice").exists()
    assert alice.inside(*restore, "-w", "carol").exit_code == 2


def test_no_key_is_replaced(alice: Cli, restore: tuple[str, ...], tmp_path: Path) -> None:
    shutil.rmtree(alice.wallets)
    eve = Keypair.from_uri("//Eve")
    Wallet("bob", path=alice.wallets).regenerate_coldkey(eve, None)
    assert alice.inside(*restore).error()["code"] == "key_file_exists"
    assert not (alice.wallets / "alice").exists()
    assert Wallet("bob", path=alice.wallets).coldkeypub == eve.public
    elsewhere = alice.inside(*restore, "-p", str(tmp_path / "elsewhere")).data()
    assert len(elsewhere["restored"]) == 3


def test_the_wrong_password_and_a_damaged_file(alice: Cli, restore: tuple[str, ...]) -> None:
    shutil.rmtree(alice.wallets)
    (alice.home / "password").write_text("another\n")
    assert alice.inside(*restore).error()["code"] == "wrong_password"
    (alice.home / "backup").write_bytes(b"foreign")
    assert alice.inside(*restore).error()["code"] == "key_file_corrupt"
    assert not alice.wallets.exists()


def test_the_password_is_asked_on_a_terminal(alice: Cli, restore: tuple[str, ...]) -> None:
    shutil.rmtree(alice.wallets)
    with alice.terminal(*restore[:4]) as terminal:
        terminal.until("assword")
        terminal.press(PASSWORD + "\n")
        code, text = terminal.end()
    assert code == 0, text
    assert PASSWORD not in text
    assert ALICE in text
