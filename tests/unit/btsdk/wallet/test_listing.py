"""Listing needs no password, and survives whatever lies in the directory."""

from __future__ import annotations

from pathlib import Path

from btsdk.keys import Keypair
from btsdk.wallet import Wallet, list_wallets
from btsdk.wallet.encryption import TESTING
from btsdk.wallet.passwords import Given

ALICE = Keypair.from_uri("//Alice")


def test_no_directory_no_wallets(tmp_path: Path) -> None:
    assert list_wallets(tmp_path / "nowhere") == []


def test_wallets_and_hotkeys_in_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        Wallet(name, path=tmp_path, kdf=TESTING).create_coldkey(Given("p"))
    for hotkey in ("2", "1"):
        Wallet("a", hotkey, tmp_path).create_hotkey()
    Wallet("a", "locked", tmp_path, kdf=TESTING).create_hotkey(Given("p"))
    first, second = list_wallets(tmp_path)
    assert (first.name, second.name) == ("a", "b")
    assert first.coldkey.public == Wallet("a", path=tmp_path).coldkeypub
    assert first.coldkey.encrypted
    assert [key.name for key in first.hotkeys] == ["1", "2", "locked"]
    assert [key.encrypted for key in first.hotkeys] == [False, False, True]
    assert all(key.public is not None for key in first.hotkeys)
    assert second.hotkeys == ()


def test_watch_only_wallets(tmp_path: Path) -> None:
    wallet = Wallet("w", path=tmp_path)
    wallet.regenerate_coldkeypub(ALICE.public)
    wallet.regenerate_hotkeypub(ALICE.public)
    (entry,) = list_wallets(tmp_path)
    assert entry.coldkey.public == ALICE.public
    assert not entry.coldkey.exists
    assert [(key.name, key.exists) for key in entry.hotkeys] == [("default", False)]


def test_bad_files_hide_no_others(tmp_path: Path) -> None:
    good = Wallet("good", path=tmp_path)
    good.create_hotkey()
    bad = Wallet("bad", path=tmp_path)
    bad.create_hotkey()
    bad.folder.joinpath("coldkeypub.txt").write_bytes(b"\xff{")
    Wallet("bad", "broken", tmp_path).hotkey.private.write_text("{")
    (tmp_path / "file").write_text("not a wallet")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "empty").mkdir()
    (good.folder / "hotkeys" / ".default.1234.tmp").write_text("left by a crash")
    first, second = list_wallets(tmp_path)
    assert (first.name, second.name) == ("bad", "good")
    assert first.coldkey.public is None
    assert first.coldkey.problem is not None
    assert [(key.name, key.problem is None) for key in first.hotkeys] == [
        ("broken", False),
        ("default", True),
    ]
    assert second.coldkey.problem == "there is no such key file"
    assert [key.name for key in second.hotkeys] == ["default"]
