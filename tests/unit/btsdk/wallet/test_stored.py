"""A key on disk: its private and its public file."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.errors import (
    KeyFileCorrupt,
    KeyFileExists,
    KeyFileMissing,
    UsageError,
    WrongPassword,
)
from btsdk.keys import PublicKey
from btsdk.wallet.passwords import Given
from tests.unit.btsdk.wallet.samples import ALICE, BOB, PASSWORD, cheap_wallet


def test_a_key_is_opened_once_and_can_be_forgotten(tmp_path: Path) -> None:
    cheap_wallet(tmp_path).create_coldkey(PASSWORD)
    wallet = cheap_wallet(tmp_path)
    opened = wallet.unlock_coldkey(PASSWORD)
    assert wallet.unlock_coldkey() is opened
    wallet.coldkey.lock()
    with pytest.raises(WrongPassword):
        wallet.unlock_coldkey()


def test_a_watched_key_can_get_its_private_file_but_no_other(tmp_path: Path) -> None:
    wallet = cheap_wallet(tmp_path)
    wallet.regenerate_coldkeypub(PublicKey.from_ss58(ALICE.ss58_address))
    assert wallet.coldkeypub == ALICE.public
    with pytest.raises(KeyFileMissing):
        wallet.unlock_coldkey(PASSWORD)
    with pytest.raises(KeyFileExists):
        wallet.regenerate_coldkey(BOB, PASSWORD)
    assert not wallet.coldkey.exists
    wallet.regenerate_coldkey(ALICE, PASSWORD)
    assert cheap_wallet(tmp_path).unlock_coldkey(PASSWORD) == ALICE


def test_a_public_file_of_another_key_is_noticed_before_signing(tmp_path: Path) -> None:
    wallet = cheap_wallet(tmp_path)
    wallet.regenerate_hotkey(ALICE)
    wallet.regenerate_hotkeypub(BOB.public, overwrite=True)
    with pytest.raises(KeyFileCorrupt, match=BOB.ss58_address):
        cheap_wallet(tmp_path).hotkey_signer()


def test_a_missing_public_file(tmp_path: Path) -> None:
    wallet = cheap_wallet(tmp_path)
    wallet.regenerate_hotkey(ALICE)
    wallet.regenerate_coldkey(BOB, PASSWORD)
    wallet.hotkey.public.unlink()
    wallet.coldkey.public.unlink()
    again = cheap_wallet(tmp_path)
    assert again.hotkeypub == ALICE.public
    with pytest.raises(KeyFileMissing) as caught:
        _ = again.coldkeypub
    assert caught.value.hint is not None
    assert again.unlock_coldkey(PASSWORD) == BOB
    assert cheap_wallet(tmp_path).coldkeypub == BOB.public  # it was written anew
    assert not again.hotkey.public.exists()
    with pytest.raises(UsageError, match=ALICE.ss58_address):
        again.hotkey.restore_public(None, BOB.public)
    assert again.hotkey.restore_public(None) == ALICE.public
    assert again.hotkey.public.exists()


def test_a_damaged_public_file_is_replaced_only_when_told(tmp_path: Path) -> None:
    wallet = cheap_wallet(tmp_path)
    wallet.regenerate_hotkey(ALICE)
    for content in ("{", BOB.ss58_address):
        wallet.hotkey.public.write_text(content)
        with pytest.raises(KeyFileCorrupt) as caught:
            cheap_wallet(tmp_path).hotkey_signer()
        assert "regen-hotkeypub" in str(caught.value.hint)
        with pytest.raises(KeyFileExists):
            wallet.hotkey.restore_public(None)
        wallet.hotkey.restore_public(None, overwrite=True)
        assert cheap_wallet(tmp_path).hotkey_signer() == ALICE


def test_changing_the_password(tmp_path: Path) -> None:
    wallet = cheap_wallet(tmp_path)
    wallet.regenerate_coldkey(ALICE, PASSWORD)
    with pytest.raises(WrongPassword):
        wallet.coldkey.change_password(Given("wrong"), Given("new"))
    wallet.coldkey.change_password(PASSWORD, Given("new"))
    with pytest.raises(WrongPassword):
        cheap_wallet(tmp_path).unlock_coldkey(PASSWORD)
    assert cheap_wallet(tmp_path).unlock_coldkey(Given("new")) == ALICE
    wallet.coldkey.change_password(Given("new"), None)
    assert cheap_wallet(tmp_path).unlock_coldkey() == ALICE
