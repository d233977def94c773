"""Key files that get a password, and lose it."""

from __future__ import annotations

from pathlib import Path

import pytest

from btcli.commands.wallet import file_encryption
from btsdk.errors import UsageError
from btsdk.keys import Keypair
from btsdk.wallet import Wallet, encryption
from btsdk.wallet.passwords import FromFile, Given
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE, context

PASSWORD = "a password of the key"


@pytest.fixture
def sealed(cli: Cli) -> Cli:
    wallet = Wallet("alice", path=cli.wallets, kdf=encryption.TESTING)
    wallet.regenerate_coldkey(Keypair.from_uri("//Alice"), Given(PASSWORD))
    (cli.home / "password").write_text(f"{PASSWORD}\n")
    return cli


def test_a_key_file_is_decrypted_after_a_confirmation(sealed: Cli) -> None:
    words = ("wallet", "decrypt", "-w", "alice", "--password-file", str(sealed.home / "password"))
    assert sealed.inside(*words, stdin="n\n").exit_code == 1
    assert sealed.inside(*words, "--json").error()["code"] == "needs_confirmation"
    assert Wallet("alice", path=sealed.wallets).coldkey.encrypted
    done = sealed.inside(*words, stdin="y\n")
    assert done.exit_code == 0
    assert "unencrypted?" in done.err
    wallet = Wallet("alice", path=sealed.wallets)
    assert (wallet.coldkey.encrypted, wallet.unlock_coldkey().ss58_address) == (False, ALICE)


def test_a_key_file_is_encrypted(alice: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("btsdk.wallet.stored.encryption.encrypt", _cheap)
    file = Path(alice.home / "password")
    file.write_text(f"{PASSWORD}\n")
    given = context(alice.wallets, wallet_name="alice")
    made = file_encryption.encrypt(given, str(file), use_hotkey=True)
    assert made.data["keys"][0]["encrypted"] is True
    wallet = Wallet("alice", path=alice.wallets)
    assert wallet.hotkey.encrypted
    assert wallet.hotkey_signer(FromFile(file)) == Keypair.from_uri("//alice//hot")


def test_a_plain_file_is_not_decrypted(alice: Cli) -> None:
    given = context(alice.wallets, wallet_name="alice")
    with pytest.raises(UsageError, match="is not encrypted"):
        file_encryption.decrypt(given, use_hotkey=True)


def test_an_encrypted_file_is_not_encrypted_again(sealed: Cli) -> None:
    with pytest.raises(UsageError, match="encrypted already"):
        file_encryption.encrypt(
            context(sealed.wallets, wallet_name="alice"), None, use_hotkey=False
        )


def _cheap(plain: bytes, password: str, profile: object) -> bytes:
    return _ENCRYPT(plain, password, encryption.TESTING)


_ENCRYPT = encryption.encrypt
