"""Wallets whose encryption costs nothing, and the files in a folder."""

from __future__ import annotations

from pathlib import Path

from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from btsdk.wallet.encryption import TESTING
from btsdk.wallet.passwords import Given

ALICE, BOB = Keypair.from_uri("//Alice"), Keypair.from_uri("//Bob")
PASSWORD = Given("password")


def cheap_wallet(path: Path, name: str = "w", hotkey: str = "h") -> Wallet:
    return Wallet(name, hotkey, path, kdf=TESTING)


def files_in(folder: Path) -> dict[str, bytes]:
    """The content of each file, by its path in the folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
