"""Wallets on disk: created, opened, renamed, removed; and what must never happen to a key."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from btsdk.errors import (
    KeyFileCorrupt,
    KeyFileExists,
    KeyFileMissing,
    UsageError,
    WalletError,
    WrongPassword,
)
from btsdk.keys import Keypair, PublicKey
from btsdk.wallet import Wallet
from btsdk.wallet.encryption import TESTING, Encryption, encryption_of
from btsdk.wallet.passwords import ENVIRONMENT, Given

ALICE, BOB = Keypair.from_uri("//Alice"), Keypair.from_uri("//Bob")
PASSWORD = Given("password")


def _wallet(path: Path, name: str = "w", hotkey: str = "h") -> Wallet:
    return Wallet(name, hotkey, path, kdf=TESTING)


def _snapshot(path: Path) -> dict[str, bytes]:
    return {str(p.relative_to(path)): p.read_bytes() for p in path.rglob("*") if p.is_file()}


def test_making_a_wallet_object_touches_nothing(tmp_path: Path) -> None:
    Wallet("w", "h", tmp_path / "wallets")
    assert not (tmp_path / "wallets").exists()
    assert Wallet().path == Path.home() / ".bittensor" / "wallets"
    assert Wallet(path="~/x").folder == Path.home() / "x" / "default"


def test_layout_and_modes(tmp_path: Path) -> None:
    wallet = _wallet(tmp_path)
    wallet.create_coldkey(PASSWORD)
    wallet.create_hotkey()
    assert set(_snapshot(tmp_path)) == {
        "w/coldkey",
        "w/coldkeypub.txt",
        "w/hotkeys/h",
        "w/hotkeys/hpub.txt",
    }
    for path in tmp_path.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_coldkeys_are_encrypted_and_hotkeys_plain(tmp_path: Path) -> None:
    wallet = _wallet(tmp_path)
    cold, hot = wallet.create_coldkey(PASSWORD, n_words=24), wallet.create_hotkey()
    files = _snapshot(tmp_path)
    assert encryption_of(files["w/coldkey"]) is Encryption.TESTING
    assert wallet.coldkey.encrypted
    assert not wallet.hotkey.encrypted
    for content in files.values():
        assert cold.reveal().private_key.hex().encode() not in content
    again = _wallet(tmp_path)
    assert again.coldkeypub == cold.public
    assert again.hotkeypub == hot.public
    assert again.unlock_coldkey(PASSWORD).reveal() == cold.reveal()
    assert again.hotkey_signer().reveal() == hot.reveal()


def test_an_encrypted_hotkey_and_a_plain_coldkey_if_asked(tmp_path: Path) -> None:
    wallet = _wallet(tmp_path)
    wallet.create_coldkey(None)
    wallet.create_hotkey(PASSWORD)
    again = _wallet(tmp_path)
    assert again.unlock_coldkey() == wallet.unlock_coldkey()
    with pytest.raises(WrongPassword):
        again.hotkey_signer()
    assert again.hotkey_signer(PASSWORD) == wallet.hotkey_signer()


def test_passwords_wrong_missing_and_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _wallet(tmp_path).create_coldkey(PASSWORD)
    wallet = _wallet(tmp_path)
    with pytest.raises(WrongPassword, match="does not open"):
        wallet.unlock_coldkey(Given("wrong"))
    with pytest.raises(WrongPassword, match="no password was given") as caught:
        wallet.unlock_coldkey()
    assert ENVIRONMENT in str(caught.value.hint)
    monkeypatch.setenv(ENVIRONMENT, "password")
    assert wallet.unlock_coldkey().public == wallet.coldkeypub


def test_a_key_is_opened_once_and_can_be_forgotten(tmp_path: Path) -> None:
    _wallet(tmp_path).create_coldkey(PASSWORD)
    wallet = _wallet(tmp_path)
    opened = wallet.unlock_coldkey(PASSWORD)
    assert wallet.unlock_coldkey() is opened
    wallet.coldkey.lock()
    with pytest.raises(WrongPassword):
        wallet.unlock_coldkey()


class _Unasked:
    def password(self, keyfile: Path, *, new: bool) -> str | None:
        raise AssertionError("nobody should be asked")


def test_nothing_is_overwritten_and_nobody_asked(tmp_path: Path) -> None:
    wallet = _wallet(tmp_path)
    wallet.create_coldkey(PASSWORD)
    wallet.create_hotkey()
    before = _snapshot(tmp_path)
    with pytest.raises(KeyFileExists):
        wallet.create_coldkey(_Unasked())
    with pytest.raises(KeyFileExists):
        wallet.create_hotkey()
    with pytest.raises(KeyFileExists):
        wallet.regenerate_coldkeypub(ALICE.public)
    assert _snapshot(tmp_path) == before
    wallet.regenerate_coldkey(ALICE, PASSWORD, overwrite=True)
    assert _wallet(tmp_path).unlock_coldkey(PASSWORD) == ALICE
    assert wallet.coldkeypub == ALICE.public


def test_no_empty_password(tmp_path: Path) -> None:
    with pytest.raises(WalletError, match="no password to encrypt"):
        _wallet(tmp_path).create_coldkey(Given(""))
    assert _snapshot(tmp_path) == {}


def test_a_watched_key_can_get_its_private_file_but_no_other(tmp_path: Path) -> None:
    wallet = _wallet(tmp_path)
    wallet.regenerate_coldkeypub(PublicKey.from_ss58(ALICE.ss58_address))
    assert wallet.coldkeypub == ALICE.public
    with pytest.raises(KeyFileMissing):
        wallet.unlock_coldkey(PASSWORD)
    with pytest.raises(KeyFileExists):
        wallet.regenerate_coldkey(BOB, PASSWORD)
    assert not wallet.coldkey.exists
    wallet.regenerate_coldkey(ALICE, PASSWORD)
    assert _wallet(tmp_path).unlock_coldkey(PASSWORD) == ALICE


def test_a_public_file_of_another_key_is_noticed_before_signing(tmp_path: Path) -> None:
    wallet = _wallet(tmp_path)
    wallet.regenerate_hotkey(ALICE)
    wallet.regenerate_hotkeypub(BOB.public, overwrite=True)
    with pytest.raises(KeyFileCorrupt, match=BOB.ss58_address):
        _wallet(tmp_path).hotkey_signer()


def test_a_missing_public_file(tmp_path: Path) -> None:
    wallet = _wallet(tmp_path)
    wallet.regenerate_hotkey(ALICE)
    wallet.regenerate_coldkey(BOB, PASSWORD)
    wallet.hotkey.public.unlink()
    wallet.coldkey.public.unlink()
    again = _wallet(tmp_path)
    assert again.hotkeypub == ALICE.public
    with pytest.raises(KeyFileMissing) as caught:
        _ = again.coldkeypub
    assert caught.value.hint is not None
    assert again.unlock_coldkey(PASSWORD) == BOB
    assert _wallet(tmp_path).coldkeypub == BOB.public  # it was written anew
    assert not again.hotkey.public.exists()
    with pytest.raises(UsageError, match=ALICE.ss58_address):
        again.hotkey.restore_public(None, BOB.public)
    assert again.hotkey.restore_public(None) == ALICE.public
    assert again.hotkey.public.exists()


def test_a_damaged_public_file_is_replaced_only_when_told(tmp_path: Path) -> None:
    wallet = _wallet(tmp_path)
    wallet.regenerate_hotkey(ALICE)
    for content in ("{", BOB.ss58_address):
        wallet.hotkey.public.write_text(content)
        with pytest.raises(KeyFileCorrupt) as caught:
            _wallet(tmp_path).hotkey_signer()
        assert "regen-hotkeypub" in str(caught.value.hint)
        with pytest.raises(KeyFileExists):
            wallet.hotkey.restore_public(None)
        wallet.hotkey.restore_public(None, overwrite=True)
        assert _wallet(tmp_path).hotkey_signer() == ALICE


def test_several_keys_appear_together(tmp_path: Path) -> None:
    wallet = _wallet(tmp_path)
    with wallet.change() as change:
        wallet.coldkey.stage(change, ALICE, PASSWORD)
        wallet.hotkey.stage(change, BOB, None)
        assert not wallet.coldkey.exists
        change.apply()
    assert (wallet.coldkeypub, wallet.hotkeypub) == (ALICE.public, BOB.public)
    other = _wallet(tmp_path, "other")
    with other.change() as change:
        other.coldkey.stage(change, ALICE, PASSWORD)
        assert other.folder.exists()
    assert not other.folder.exists()


def test_changing_the_password(tmp_path: Path) -> None:
    wallet = _wallet(tmp_path)
    wallet.regenerate_coldkey(ALICE, PASSWORD)
    with pytest.raises(WrongPassword):
        wallet.coldkey.change_password(Given("wrong"), Given("new"))
    wallet.coldkey.change_password(PASSWORD, Given("new"))
    with pytest.raises(WrongPassword):
        _wallet(tmp_path).unlock_coldkey(PASSWORD)
    assert _wallet(tmp_path).unlock_coldkey(Given("new")) == ALICE
    wallet.coldkey.change_password(Given("new"), None)
    assert _wallet(tmp_path).unlock_coldkey() == ALICE


def test_renaming(tmp_path: Path) -> None:
    wallet = _wallet(tmp_path)
    wallet.regenerate_coldkey(ALICE, None)
    wallet.regenerate_hotkey(BOB)
    _wallet(tmp_path, "taken").create_hotkey()
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
    wallet = _wallet(tmp_path)
    wallet.create_coldkey(None)
    wallet.create_hotkey()
    _wallet(tmp_path, hotkey="other").create_hotkey()
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
    assert _snapshot(tmp_path) == {"w/notes.txt": b"mine"}
    (wallet.folder / "notes.txt").unlink()
    (wallet.folder / ".coldkey.0123456789abcdef.tmp").write_text("left by a kill")
    (wallet.folder / ".change.json").write_text("[]")
    wallet.remove("w")
    assert not wallet.folder.exists()
    with pytest.raises(KeyFileMissing):
        wallet.remove("w")


def test_no_secret_in_representations(tmp_path: Path) -> None:
    wallet = _wallet(tmp_path)
    key = wallet.create_coldkey(PASSWORD)
    words = str(key.reveal().mnemonic)
    for shown in (repr(wallet), repr(wallet.coldkey), repr(vars(wallet.coldkey))):
        assert words.split(" ", 1)[1] not in shown
        assert key.reveal().private_key.hex() not in shown
