"""Wallets on disk: created, opened, renamed, removed; and what must never happen to a key."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from btsdk.errors import (
    KeyFileExists,
    KeyFileMissing,
    UsageError,
    WalletError,
    WrongPassword,
)
from btsdk.wallet import Wallet
from btsdk.wallet.encryption import Encryption, encryption_of
from btsdk.wallet.passwords import ENVIRONMENT, Given
from tests.unit.btsdk.wallet.samples import ALICE, BOB, PASSWORD, cheap_wallet, files_in


def test_making_a_wallet_object_touches_nothing(tmp_path: Path) -> None:
    Wallet("w", "h", tmp_path / "wallets")
    assert not (tmp_path / "wallets").exists()
    assert Wallet().path == Path.home() / ".bittensor" / "wallets"
    assert Wallet(path="~/x").folder == Path.home() / "x" / "default"


def test_layout_and_modes(tmp_path: Path) -> None:
    wallet = cheap_wallet(tmp_path)
    wallet.create_coldkey(PASSWORD)
    wallet.create_hotkey()
    assert set(files_in(tmp_path)) == {
        "w/coldkey",
        "w/coldkeypub.txt",
        "w/hotkeys/h",
        "w/hotkeys/hpub.txt",
    }
    for path in tmp_path.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_coldkeys_are_encrypted_and_hotkeys_plain(tmp_path: Path) -> None:
    wallet = cheap_wallet(tmp_path)
    cold, hot = wallet.create_coldkey(PASSWORD, n_words=24), wallet.create_hotkey()
    files = files_in(tmp_path)
    assert encryption_of(files["w/coldkey"]) is Encryption.TESTING
    assert wallet.coldkey.encrypted
    assert not wallet.hotkey.encrypted
    for content in files.values():
        assert cold.reveal().private_key.hex().encode() not in content
    again = cheap_wallet(tmp_path)
    assert again.coldkeypub == cold.public
    assert again.hotkeypub == hot.public
    assert again.unlock_coldkey(PASSWORD).reveal() == cold.reveal()
    assert again.hotkey_signer().reveal() == hot.reveal()


def test_an_encrypted_hotkey_and_a_plain_coldkey_if_asked(tmp_path: Path) -> None:
    wallet = cheap_wallet(tmp_path)
    wallet.create_coldkey(None)
    wallet.create_hotkey(PASSWORD)
    again = cheap_wallet(tmp_path)
    assert again.unlock_coldkey() == wallet.unlock_coldkey()
    with pytest.raises(WrongPassword):
        again.hotkey_signer()
    assert again.hotkey_signer(PASSWORD) == wallet.hotkey_signer()


def test_passwords_wrong_missing_and_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cheap_wallet(tmp_path).create_coldkey(PASSWORD)
    wallet = cheap_wallet(tmp_path)
    with pytest.raises(WrongPassword, match="does not open"):
        wallet.unlock_coldkey(Given("wrong"))
    with pytest.raises(WrongPassword, match="no password was given") as caught:
        wallet.unlock_coldkey()
    assert ENVIRONMENT in str(caught.value.hint)
    monkeypatch.setenv(ENVIRONMENT, "password")
    assert wallet.unlock_coldkey().public == wallet.coldkeypub


class _Unasked:
    def password(self, keyfile: Path, *, new: bool) -> str | None:
        raise AssertionError("nobody should be asked")


def test_nothing_is_overwritten_and_nobody_asked(tmp_path: Path) -> None:
    wallet = cheap_wallet(tmp_path)
    wallet.create_coldkey(PASSWORD)
    wallet.create_hotkey()
    before = files_in(tmp_path)
    with pytest.raises(KeyFileExists):
        wallet.create_coldkey(_Unasked())
    with pytest.raises(KeyFileExists):
        wallet.create_hotkey()
    with pytest.raises(KeyFileExists):
        wallet.regenerate_coldkeypub(ALICE.public)
    assert files_in(tmp_path) == before
    wallet.regenerate_coldkey(ALICE, PASSWORD, overwrite=True)
    assert cheap_wallet(tmp_path).unlock_coldkey(PASSWORD) == ALICE
    assert wallet.coldkeypub == ALICE.public


def test_no_empty_password(tmp_path: Path) -> None:
    with pytest.raises(WalletError, match="no password to encrypt"):
        cheap_wallet(tmp_path).create_coldkey(Given(""))
    assert files_in(tmp_path) == {}


def test_several_keys_appear_together(tmp_path: Path) -> None:
    wallet = cheap_wallet(tmp_path)
    with wallet.change() as change:
        wallet.coldkey.stage(change, ALICE, PASSWORD)
        wallet.hotkey.stage(change, BOB, None)
        assert not wallet.coldkey.exists
        change.apply()
    assert (wallet.coldkeypub, wallet.hotkeypub) == (ALICE.public, BOB.public)
    other = cheap_wallet(tmp_path, "other")
    with other.change() as change:
        other.coldkey.stage(change, ALICE, PASSWORD)
        assert other.folder.exists()
    assert not other.folder.exists()


def test_renaming(tmp_path: Path) -> None:
    wallet = cheap_wallet(tmp_path)
    wallet.regenerate_coldkey(ALICE, None)
    wallet.regenerate_hotkey(BOB)
    cheap_wallet(tmp_path, "taken").create_hotkey()
    with pytest.raises(KeyFileExists):
        wallet.rename("taken")
    with pytest.raises(UsageError):
        wallet.rename("../out")
    renamed = wallet.rename("new").rename_hotkey("fresh")
    assert (renamed.name, renamed.hotkey_name) == ("new", "fresh")
    assert renamed.unlock_coldkey() == ALICE
    assert renamed.hotkey_signer() == BOB
    assert renamed.hotkey_names() == ["fresh"]
    assert not wallet.folder.exists()
    with pytest.raises(KeyFileMissing):
        wallet.rename("elsewhere")
    with pytest.raises(KeyFileMissing):
        wallet.rename_hotkey("elsewhere")


def test_removing_needs_the_name_and_takes_only_key_files(tmp_path: Path) -> None:
    wallet = cheap_wallet(tmp_path)
    wallet.create_coldkey(None)
    wallet.create_hotkey()
    cheap_wallet(tmp_path, hotkey="other").create_hotkey()
    with pytest.raises(UsageError, match="repeat its name"):
        wallet.remove("")
    with pytest.raises(UsageError, match="repeat its name"):
        wallet.remove_hotkey("other")
    wallet.remove_hotkey("h")
    assert wallet.hotkey_names() == ["other"]
    with pytest.raises(KeyFileMissing):
        wallet.remove_hotkey("h")
    (wallet.folder / "notes.txt").write_text("mine")
    wallet.remove("w")
    assert files_in(tmp_path) == {"w/notes.txt": b"mine"}
    (wallet.folder / "notes.txt").unlink()
    (wallet.folder / ".coldkey.0123456789abcdef.tmp").write_text("left by a kill")
    (wallet.folder / ".change.json").write_text("[]")
    wallet.remove("w")
    assert not wallet.folder.exists()
    with pytest.raises(KeyFileMissing):
        wallet.remove("w")


def test_no_secret_in_representations(tmp_path: Path) -> None:
    wallet = cheap_wallet(tmp_path)
    key = wallet.create_coldkey(PASSWORD)
    words = str(key.reveal().mnemonic)
    for shown in (repr(wallet), repr(wallet.coldkey), repr(vars(wallet.coldkey))):
        assert words.split(" ", 1)[1] not in shown
        assert key.reveal().private_key.hex() not in shown
